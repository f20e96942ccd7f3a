/** Each language by its own name, so that its readers find it from the other one. */
export const LANGUAGE_NAMES = { fr: 'Français', en: 'English' } as const;
