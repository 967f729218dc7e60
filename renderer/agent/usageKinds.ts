/** The kinds of use that are counted by day, in the order in which they are shown. */
export const usageKinds = ['voice', 'sms', 'data', 'spend'] as const;

export type UsageKind = (typeof usageKinds)[number];
