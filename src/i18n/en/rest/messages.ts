import { batchMessages } from './batches';
import { cartMessages } from './carts';
import { orderMessages } from './orders';
import { exportMessages } from './exports';
import { importMessages } from './import';
import { toolMessages } from './tools';
import { signInMessages } from './sign-in';
import { serverMessages } from './server';
import { entryMessages } from './entry';

/** All other texts. */
export const messages = {
  ...batchMessages,
  ...cartMessages,
  ...orderMessages,
  ...exportMessages,
  ...importMessages,
  ...toolMessages,
  ...signInMessages,
  ...serverMessages,
  ...entryMessages,
};

export type RestTexts = typeof messages;
