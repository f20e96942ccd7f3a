/** Each language by its own name, so that whoever landed in the other one can find it. */
export const LANGUAGE_NAMES = { fr: 'Français', en: 'English' } as const;
