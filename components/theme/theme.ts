import { colorsTuple, createTheme, type VariantColorsResolver } from '@mantine/core'
import { palette, type Token } from './palette'

const light = (token: Token) => palette[token][0]
const dark = (token: Token) => palette[token][1]

/** Button and icon button looks by role, so that no component computes a shade of its own. */
const variantColorResolver: VariantColorsResolver = ({ variant, color }) => {
  const bad = color === 'bad'
  const tone = bad ? 'var(--bad)' : 'var(--accent)'
  const soft = bad ? 'var(--bad-soft)' : 'var(--accent-soft)'
  const plain = { hoverColor: tone, color: tone, border: '1px solid transparent' }
  switch (variant) {
    case 'default':
      return {
        background: 'var(--surface)',
        hover: 'var(--hover)',
        color: bad ? tone : 'var(--text)',
        border: `1px solid ${bad ? 'var(--bad-line)' : 'var(--edge)'}`,
      }
    case 'light':
      return { ...plain, background: soft, hover: soft }
    case 'outline':
      return { ...plain, background: 'transparent', hover: soft, border: `1px solid ${tone}` }
    case 'subtle':
      return {
        background: 'transparent',
        hover: 'var(--hover)',
        color: bad ? tone : 'var(--text-2)',
        hoverColor: bad ? tone : 'var(--text)',
        border: '1px solid transparent',
      }
    case 'transparent':
      return { ...plain, background: 'transparent', hover: 'transparent' }
    default:
      return {
        background: tone,
        hover: bad ? tone : 'var(--accent-hover)',
        color: 'var(--on-accent)',
        border: '1px solid transparent',
      }
  }
}

export const theme = createTheme({
  primaryColor: 'accent',
  white: light('surface'),
  black: light('text'),
  // Mantine's greys stand in for surfaces and lines by number; these are the numbers its styles use.
  colors: {
    accent: colorsTuple('var(--accent)'),
    bad: colorsTuple('var(--bad)'),
    gray: [
      light('canvas'),
      light('hover'),
      light('sunken'),
      light('line'),
      light('line'),
      light('control'),
      light('text-3'),
      light('text-2'),
      light('text'),
      light('text'),
    ],
    dark: [
      dark('text'),
      dark('text-2'),
      dark('text-3'),
      dark('control'),
      dark('line'),
      dark('hover'),
      dark('raised'),
      dark('canvas'),
      dark('sunken'),
      dark('canvas'),
    ],
  },
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1.125rem', xl: '1.375rem' },
  lineHeights: { xs: '1.3334', sm: '1.4286', md: '1.3334', lg: '1.3334', xl: '1.2728' },
  headings: { fontFamily: 'var(--sans)', fontWeight: '600' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '24px' },
  radius: { xs: '4px', sm: '4px', md: '6px', lg: '10px', xl: '999px' },
  defaultRadius: 'md',
  shadows: {
    xs: 'var(--shadow-1)',
    sm: 'var(--shadow-1)',
    md: 'var(--shadow-2)',
    lg: 'var(--shadow-2)',
    xl: 'var(--shadow-2)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver,
  // Plain objects rather than `.extend`, which would pull each component into the sign-in page.
  components: {
    // " *" would become part of the label's text, and labels are whole accessible names.
    InputWrapper: { defaultProps: { withAsterisk: false } },
    // A closed listbox that stays in the page carries its field's label a second time.
    Combobox: {
      defaultProps: {
        keepMounted: false,
        shadow: 'md',
        transitionProps: { duration: 160, transition: 'fade' },
      },
    },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 160, transition: 'fade' } } },
    Modal: {
      defaultProps: { radius: 'lg', centered: true, closeButtonProps: { 'aria-label': 'Close' } },
    },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } },
    Tooltip: {
      defaultProps: {
        openDelay: 120,
        transitionProps: { duration: 120 },
        events: { hover: true, focus: true, touch: true },
      },
    },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 32 } },
    Button: { defaultProps: { variant: 'default' } },
  },
})
