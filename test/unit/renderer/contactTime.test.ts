import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatContactTime } from '../../../renderer/components/contactTime';
import { marketPack } from '../../../shared/domain/market';

const coteDIvoire = marketPack('CI');
const cameroon = marketPack('CM');

describe('the time of the last contact', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-11-22T23:30:00Z') });
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('is the time alone on the same day', () => {
    expect(formatContactTime('2026-11-22T14:05:00Z', coteDIvoire, 'fr')).toBe('14:05');
    expect(formatContactTime('2026-11-22T14:05:00Z', coteDIvoire, 'en')).toBe('14:05');
  });

  it('carries the day when it was another', () => {
    expect(formatContactTime('2026-11-21T14:05:00Z', coteDIvoire, 'fr')).toContain('21/11');
    expect(formatContactTime('2025-11-22T14:05:00Z', coteDIvoire, 'fr')).toContain('22/11');
  });

  it('is told in the time zone of the market, where the day may have changed already', () => {
    expect(formatContactTime('2026-11-22T23:10:00Z', cameroon, 'fr')).toBe('00:10');
    expect(formatContactTime('2026-11-22T22:50:00Z', cameroon, 'fr')).toContain('22/11');
  });
});
