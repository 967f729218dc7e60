import { describe, expect, test } from 'vitest';
import { auditActionWords, auditNounWords } from '../../../../renderer/strings/auditActions';
import { auditDetailWords } from '../../../../renderer/strings/auditDetails';

describe('the words of the audit log', () => {
  test('stand for the codes of acts and details in either language', () => {
    expect(auditActionWords('receipt:saved', 'fr')).toBe('Ticket en fichier');
    expect(auditNounWords('maintenance', 'en')).toBe('Kiosk maintenance');
    expect(auditDetailWords('cause', 'idle', 'fr')).toEqual({ name: 'Par', value: 'inactivité' });
    expect(auditDetailWords('section', 'payer', 'en')).toEqual({ name: 'Section', value: 'Who pays?' });
    expect(auditDetailWords('reason', 'insufficientBalance', 'fr')).toMatchObject({
      value: 'solde insuffisant',
    });
  });

  test('leave figures and names as they are, and codes of another version too', () => {
    expect(auditDetailWords('inAMinute', 21, 'fr')).toEqual({ name: 'En une minute', value: '21' });
    expect(auditDetailWords('offer', 'PASS-NET-1J', 'en').value).toBe('PASS-NET-1J');
    expect(auditDetailWords('approvedBy', 'staff:a.kone', 'fr').value).toBe('a.kone');
    expect(auditDetailWords('why', 'somethingNew', 'fr').value).toBe('somethingNew');
    expect(auditActionWords('staff:somethingNew', 'fr')).toBe('staff:somethingNew');
    expect(auditNounWords('something', 'fr')).toBe('something');
  });
});
