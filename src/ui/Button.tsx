import type { ComponentProps } from 'react';
import styles from './Button.module.css';

export type ButtonLook = 'plain' | 'primary' | 'danger' | 'quiet';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: ButtonLook;
}

export function buttonClass(look: ButtonLook = 'plain'): string {
  return `${styles['button']} ${look === 'plain' ? '' : styles[look]}`;
}

export function Button({ look, className, type = 'button', ...props }: ButtonProps) {
  // The type is one of the three words, not an expression that could be anything.
  return <button type={type} className={`${buttonClass(look)} ${className ?? ''}`} {...props} />;
}
