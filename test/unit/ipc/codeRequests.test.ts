import { Compile } from 'typebox/compile';
import { describe, expect, test } from 'vitest';
import { requestSchemas } from '../../../shared/ipc/contract';

const code = 'R0WW-5YKQ-7S60-G006-2HG0-02M8-KNMN';

describe('requests about receipts and hand-offs', () => {
  test.each([
    ['receipt:make', { language: 'fr' }],
    ['receipt:print', { code }],
    ['receipt:save', { code }],
    ['receipt:check', { code, language: 'en' }],
    ['handoff:make', { screen: 'bills', language: 'fr' }],
    ['handoff:printEmpty', { language: 'fr' }],
    ['status:printTest', { language: 'fr' }],
    ['handoff:accept', { code: 'W148-3B18-GSB8', language: 'fr' }],
  ] as const)('%s takes what a page asks', (command, request) => {
    expect(Compile(requestSchemas[command]).Check(request)).toBe(true);
  });

  test.each([
    ['receipt:make', {}],
    ['receipt:make', { language: 'de' }],
    ['receipt:make', { language: 'fr', msisdn: '2250700000001' }],
    ['receipt:print', { code: '' }],
    ['receipt:print', { code: 'x'.repeat(61) }],
    ['receipt:print', { code, ticket: { kind: 'view' } }],
    ['receipt:save', { code, folder: '/etc' }],
    ['receipt:check', { code: 7, language: 'fr' }],
    ['handoff:make', { screen: 'nowhere', language: 'fr' }],
    ['handoff:make', { screen: '__proto__', language: 'fr' }],
    ['handoff:printEmpty', { language: 'fr', text: 'x' }],
    ['status:printTest', {}],
    ['status:printTest', { language: 'fr', printer: '../other' }],
    ['handoff:accept', { code: null, language: 'fr' }],
  ] as const)('%s refuses %j', (command, request) => {
    expect(Compile(requestSchemas[command]).Check(request)).toBe(false);
  });
});
