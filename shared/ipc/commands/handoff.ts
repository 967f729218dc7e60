import Type from 'typebox';
import { handoffScreens, type HandoffScreen } from '../../domain/handoffCode';
import type { CustomerView } from '../../view/customerView';
import { typedCode, type PrintOutcome } from './receipt';
import { language, request } from './request';

export const handoffRequests = {
  'handoff:make': request({ screen: Type.Enum([...handoffScreens]), language }),
  /** A ticket that carries nothing, for whoever the kiosk does not know. */
  'handoff:printEmpty': request({ language }),
  'handoff:accept': request({ code: typedCode, language }),
} as const;

export interface HandoffAnswers {
  'handoff:make': HandoffMade;
  'handoff:printEmpty': PrintOutcome;
  'handoff:accept': HandoffAccepted;
}

export type HandoffMade =
  | {
      readonly state: 'made';
      /** In groups. */
      readonly code: string;
      readonly validSeconds: number;
      readonly usableAt: 'shop' | 'thisMachine';
    }
  /** `noSecret`: no other machine could read it. `notCoded`: the number is not one of the market. */
  | { readonly state: 'noSecret' | 'notCoded' };

export type HandoffAccepted =
  | { readonly state: 'accepted'; readonly view: CustomerView; readonly screen: HandoffScreen }
  /** `notFound`: right, and this machine does not have the customer. */
  | { readonly state: 'refused'; readonly why: HandoffRefusal };

export type HandoffRefusal = 'mistyped' | 'notOurs' | 'expired' | 'used' | 'tooMany' | 'notFound';
