/** Whether the webhook will be called when an import ends: `unset` where the project has none. */
export type WebhookOfJob = 'unset' | 'on' | 'off'
