import { format } from 'prettier';
import { expect, it } from 'vitest';
import { demoPasswords, demoPin } from '../../../../electron/services/training/demoCredentials';
import { demoNumbers } from '../../../../electron/services/training/demoNumbers';
import { staffDocuments } from '../../../../electron/services/training/staff';
import { formatMsisdn } from '../../../../shared/domain/msisdn';
import { marketPack } from '../../../../shared/domain/market';

const passwords = new Map<string, string>(Object.entries(demoPasswords));

function document(): string {
  const market = marketPack('CI');
  const numbers = demoNumbers.map(
    ({ key, msisdn, shows }) => `| ${formatMsisdn(msisdn, market)} | \`${key}\` | ${shows.en} |`,
  );
  const staff = staffDocuments.map(
    ({ login, role, disabled }) =>
      `| \`${login}\` | \`${passwords.get(login) ?? ''}\` | ${role}${disabled === true ? ', disabled' : ''} |`,
  );
  return `# Demo numbers

Training mode and \`npm run -s cli -- upstream\` serve invented subscribers. The first of them are fixed, one for each state worth showing; every date is relative to the moment the upstream started, and at midnight they start afresh. The PIN of each is \`${demoPin}\`.

| number | key | shows |
| --- | --- | --- |
${numbers.join('\n')}

The staff of the training mode:

| login | password | role |
| --- | --- | --- |
${staff.join('\n')}

This page is written from \`electron/services/training/\` by \`npx vitest run test/unit/services/training/documentation.test.ts -u\`, and checked by the same test.
`;
}

it('docs/demoNumbers.md says what the demo numbers and logins are', async () => {
  const page = await format(document(), { parser: 'markdown' });
  await expect(page).toMatchFileSnapshot('../../../../docs/demoNumbers.md');
});
