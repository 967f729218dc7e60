import { describe, expect, it, test } from 'vitest';
import { readQuarantineReason } from '../../../shared/domain/quarantineReason';

describe('the reason of a quarantine', () => {
  test.each([
    ['document must have required properties asOf, main', 'document', 'missing', 'asOf, main'],
    ['/main/currency must match pattern "^[A-Z]{3}$"', '/main/currency', 'wrongForm', '"^[A-Z]{3}$"'],
    ['/price must be >= 0', '/price', 'tooSmall', '0'],
    ['/main/amount must be <= 9007199254740991', '/main/amount', 'tooLarge', '9007199254740991'],
    ['/code must not have fewer than 1 characters', '/code', 'tooShort', '1'],
    ['/label must not have more than 20000 characters', '/label', 'tooLong', '20000'],
    ['/buckets must not have more than 1000 items', '/buckets', 'tooMany', '1000'],
    ['/schema must not be above 1, the newest that is understood', '/schema', 'tooNew', '1'],
    ['document must not be nested so deep or so large', 'document', 'tooDeep', ''],
    ['document must come with its change and fit into a page', 'document', 'notSent', ''],
    ['/_id must be the id of its change', '/_id', 'otherId', ''],
    ['/_id must be "offer:" and /code', '/_id', 'wrongId', '"offer:" + /code'],
    ['/main/amount must be integer', '/main/amount', 'wrongType', 'integer'],
    ['/role must be agent or supervisor', '/role', 'wrongValue', 'agent, supervisor'],
  ])('is told apart: %s', (reason, place, problem, detail) => {
    expect(readQuarantineReason(reason)).toEqual({ place, problem, detail });
  });

  it('is left as it is where its sentence is not known', () => {
    expect(readQuarantineReason('document is not as expected')).toBeNull();
  });
});
