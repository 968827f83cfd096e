import {
  Button,
  Checkbox,
  createTheme,
  Input,
  type MantineColorsTuple,
  Modal,
  Notification,
  Tooltip,
} from '@mantine/core';

/** From background (0) to the text colour of the meaning (7 and up). */
const shades = (...colours: string[]): MantineColorsTuple => colours as unknown as MantineColorsTuple;

/**
 * Mantine in the dress of this desk: 13.5 px base, thin lines, no shadows, five colours.
 * The same values stand in tokens.css for our own styles.
 */
export const deskTheme = createTheme({
  fontFamily: "'Be Vietnam Pro', sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', sans-serif", fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '13.5px', md: '13.5px', lg: '15px', xl: '18px' },
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.5' },
  spacing: { xs: '6px', sm: '10px', md: '14px', lg: '20px', xl: '28px' },
  radius: { xs: '4px', sm: '6px', md: '7px', lg: '9px', xl: '20px' },
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  defaultRadius: 'sm',
  primaryColor: 'jade',
  primaryShade: 7,
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  colors: {
    jade: shades(
      '#e2f1ed',
      '#c9e5de',
      '#a5d4c9',
      '#7cc0b1',
      '#4fa896',
      '#25917d',
      '#117d6b',
      '#0a6b5e',
      '#085a4f',
      '#06463e',
    ),
    amber: shades(
      '#fdf1d6',
      '#fbe6b8',
      '#f5d488',
      '#edc055',
      '#e0a52b',
      '#c98a0e',
      '#a86f00',
      '#8a5a00',
      '#724a00',
      '#5a3a00',
    ),
    red: shades(
      '#fbe6e3',
      '#f6cfca',
      '#eaa9a2',
      '#dd8178',
      '#cf5b50',
      '#c03d31',
      '#b42f24',
      '#a8261c',
      '#8c1e15',
      '#6f1710',
    ),
    blue: shades(
      '#e4eef8',
      '#cfe0f2',
      '#a9c8e6',
      '#80add8',
      '#5990c6',
      '#3a76b2',
      '#2a67a5',
      '#1f5a96',
      '#194a7d',
      '#133a62',
    ),
    gray: shades(
      '#f6f8f6',
      '#eceeec',
      '#e3e7e4',
      '#d9deda',
      '#b9c2bd',
      '#94a09a',
      '#75827d',
      '#5f6c67',
      '#46524e',
      '#17211f',
    ),
  },
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    Input: Input.extend({ defaultProps: { size: 'sm' } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' } }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        transitionProps: { duration: 0 },
        overlayProps: { backgroundOpacity: 0.35 },
      },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: false } }),
    Notification: Notification.extend({ defaultProps: { withBorder: true } }),
  },
});
