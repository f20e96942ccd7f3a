import type { MantineColorsTuple, MantineTheme, VariantColorsResolver } from '@mantine/core';
import styles from './Theme.module.css';

/** The colours of kinds of state. `accent` is for what can be acted on. */
export type Tone = 'neutral' | 'progress' | 'good' | 'warning' | 'bad';
type ThemeColor = Tone | 'accent';

declare module '@mantine/core' {
  // Mantine reads the names of its colours from this interface.
  interface MantineThemeColorsOverride {
    colors: Record<ThemeColor, MantineColorsTuple>;
  }
}

/** A token serves every shade. */
function shades(color: ThemeColor): MantineColorsTuple {
  const token = `var(--od-${color})`;
  return [token, token, token, token, token, token, token, token, token, token];
}

/** The colours of a variant, by the tokens of theme.css. */
const variantColorResolver: VariantColorsResolver = ({ color, variant }) => {
  const tone = `var(--od-${color})`;
  switch (variant) {
    case 'filled':
      return {
        background: tone,
        hover: `var(--od-${color}-strong)`,
        color: `var(--od-on-${color})`,
        border: `1px solid ${tone}`,
      };
    case 'light':
      return { background: `var(--od-${color}-soft)`, hover: tone, color: tone, border: `1px solid ${tone}` };
    case 'outline':
      return {
        background: 'var(--od-surface)',
        hover: `var(--od-${color}-soft)`,
        color: tone,
        border: `1px solid ${tone}`,
      };
    case 'subtle':
      return {
        background: 'transparent',
        hover: 'var(--od-hover)',
        color: tone,
        border: '1px solid transparent',
      };
    default:
      return {
        background: 'var(--od-surface)',
        hover: 'var(--od-hover)',
        color: 'var(--od-text)',
        border: '1px solid var(--od-border-strong)',
      };
  }
};

/** The classes of checkboxes and radio buttons. */
const CHOICE = {
  input: styles['choice'],
  icon: styles['choiceIcon'],
  label: styles['choiceLabel'],
  description: styles['small'],
};

/** Sizes stand in mantine.css: a component names its variable, and reads no value here. */
const SIZES = { xs: '', sm: '', md: '', lg: '', xl: '' };
const HEADING = { fontSize: '', lineHeight: '' };

/**
 * The whole theme. Components ask it for defaults, classes and colours; the rest of Mantine's own theme, which would be
 * loaded before the first rows, has no reader here.
 */
export const THEME: MantineTheme = {
  colors: {
    accent: shades('accent'),
    neutral: shades('neutral'),
    progress: shades('progress'),
    good: shades('good'),
    warning: shades('warning'),
    bad: shades('bad'),
  },
  primaryColor: 'accent',
  primaryShade: 6,
  variantColorResolver,
  components: {
    Alert: {
      classNames: { root: styles['alert'], body: styles['alertBody'], message: styles['alertMessage'] },
    },
    Checkbox: {
      defaultProps: { size: 'xs' },
      classNames: CHOICE,
    },
    ComboboxChevron: { classNames: { chevron: styles['chevron'] } },
    Input: { classNames: { wrapper: styles['inputFrame'], input: styles['input'] } },
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ['label', 'input', 'error', 'description'] },
      classNames: { label: styles['small'], error: styles['small'], description: styles['small'] },
    },
    Progress: { classNames: { root: styles['progress'], section: styles['progressSection'] } },
    Radio: {
      defaultProps: { size: 'xs' },
      classNames: { ...CHOICE, radio: styles['choice'] },
    },
    Timeline: {
      classNames: {
        root: styles['timeline'],
        itemBullet: styles['timelineBullet'],
        itemTitle: styles['timelineTitle'],
        itemContent: styles['timelineContent'],
      },
    },
    TextInput: { defaultProps: { autoComplete: 'off' } },
    Button: {
      defaultProps: { variant: 'default' },
      classNames: { root: styles['button'], label: styles['buttonLabel'] },
    },
  },
  activeClassName: '',
  focusClassName: '',
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: false,
  autoContrast: false,
  luminanceThreshold: 0,
  defaultGradient: { from: '', to: '' },
  scale: 1,
  fontSmoothing: true,
  white: '',
  black: '',
  fontFamily: '',
  fontFamilyMonospace: '',
  headings: {
    fontFamily: '',
    fontWeight: '',
    textWrap: 'wrap',
    sizes: { h1: HEADING, h2: HEADING, h3: HEADING, h4: HEADING, h5: HEADING, h6: HEADING },
  },
  defaultRadius: '',
  radius: SIZES,
  spacing: SIZES,
  fontSizes: SIZES,
  lineHeights: SIZES,
  fontWeights: { regular: '', medium: '', bold: '' },
  breakpoints: SIZES,
  shadows: SIZES,
  other: {},
};
