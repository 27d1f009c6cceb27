import { Card } from '@/components/elements/Card'
import { PageHead } from '@/components/elements/PageHead'
import { FormSection } from '@/components/import/FormSection'
import form from '@/components/import/ImportForm.module.css'
import { SkeletonField } from '@/components/import/SkeletonField'
import { SkeletonFindings } from '@/components/preflight/SkeletonFindings'

/** The form's own shape, so that nothing moves when it comes. */
export default function ImportLoading() {
  return (
    <>
      <PageHead
        title="Import image"
        sub="Turn a disk image file from a bucket into a private image. The file is read in place; nothing is downloaded."
      />
      <div className={form.room} aria-busy="true">
        <span className="sr-only">Loading</span>
        <div className={form.form}>
          <Card className={form.source}>
            <FormSection id="source" title="Source">
              <SkeletonField labelWidth={76} width={320} />
              <SkeletonField labelWidth={64} hasHelp />
            </FormSection>
          </Card>
          <Card className={form.preflight}>
            <SkeletonFindings />
          </Card>
          <Card className={form.rest}>
            <FormSection id="image" title="Image">
              <SkeletonField labelWidth={84} hasHelp />
              <SkeletonField labelWidth={120} hasHelp />
              <SkeletonField labelWidth={80} height={60} />
              <SkeletonField labelWidth={36} hasHelp />
            </FormSection>
            <FormSection id="disk-and-boot" title="Disk and boot">
              <SkeletonField labelWidth={132} width={180} hasHelp />
              <SkeletonField labelWidth={72} width={320} hasHelp />
            </FormSection>
          </Card>
        </div>
      </div>
    </>
  )
}
