import type { RestTexts } from '~/i18n/en/rest/messages';
import { batchMessages } from './batches';
import { cartMessages } from './carts';
import { orderMessages } from './orders';
import { exportMessages } from './exports';
import { importMessages } from './import';
import { toolMessages } from './tools';
import { signInMessages } from './sign-in';
import { serverMessages } from './server';
import { entryMessages } from './entry';

export const messages: RestTexts = {
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
