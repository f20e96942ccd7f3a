import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { buttonClass, type ButtonLook } from './Button';

interface ButtonAnchorProps extends ComponentProps<'a'> {
  readonly look?: ButtonLook;
}

function ButtonAnchor({ look, className, children, ...props }: ButtonAnchorProps) {
  return (
    <a {...props} className={`${buttonClass(look)} ${className ?? ''}`}>
      {children}
    </a>
  );
}

/** A link that looks like a button: it leads somewhere, so it can be opened in a new tab. */
export const LinkButton = createLink(ButtonAnchor);
