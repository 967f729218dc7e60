import { expect, test } from 'vitest';
import { orangeOperatorNames } from '../../../shared/domain/operatorNames';
import { toGsm } from '../../../shared/ussd/gsm0338';

test.each(Object.values(orangeOperatorNames.codeMessage))(
  'the message with a code is one text message: %s',
  (message) => {
    expect(toGsm(message)).toBe(message);
    expect(message.length).toBeLessThanOrEqual(160);
  },
);
