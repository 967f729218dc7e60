/** The spoken reading of a visit: on or off, how fast, how loud, and what is being read. */
import { createContext, use, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestUtterance, type SpeechEngine, type SpeechRate } from '../../../shared/ipc/commands/speech';
import { invoke } from '../../bridge';
import { useLanguage } from '../../strings/language';
import { useTurns } from '../../turns';
import { speakable } from './speakable';
import { createSpeaker, type Speaker } from './speaker';
import { spokenPieces, type SpokenPiece } from './spokenText';

export interface ScreenReading {
  /** `null` until it is known. */
  readonly engine: SpeechEngine | null;
  readonly on: boolean;
  /** Something is being said at this moment. */
  readonly speaking: boolean;
  readonly rate: SpeechRate;
  /** 1 to `loudest`. */
  readonly volume: number;
  readonly toggle: () => void;
  /** From the start of the screen. */
  readonly readAgain: () => void;
  readonly pause: () => void;
  readonly setRate: (rate: SpeechRate) => void;
  readonly setVolume: (volume: number) => void;
}

export const loudest = 5;

/** To be called when a screen has come. */
export const ScreenShown = createContext<() => void>(() => undefined);

/** Has the screen read again when something went wrong on it, since its text says what. */
export function useProblemRead(problem: string | null): void {
  const shown = use(ScreenShown);
  useEffect(() => {
    if (problem !== null) shown();
  }, [problem, shown]);
}

/** Marks what is being read; see SpeechBar.css. */
const readNow = 'isReadNow';

export function useScreenReading(): { reading: ScreenReading; onScreen: () => void } {
  const { t } = useTranslation('speech');
  const { language } = useLanguage();
  const [engine, setEngine] = useState<SpeechEngine | null>(null);
  const [on, setOn] = useState(false);
  const [speaking, setSpeaking] = useState(false);
  const [rate, setRateState] = useState<SpeechRate>('normal');
  const [volume, setVolumeState] = useState(3);
  const speaker = useRef<Speaker | null>(null);
  const turns = useTurns();

  useEffect(() => {
    let abandoned = false;
    void invoke('speech:describe', {}).then((answer) => {
      if (!abandoned && answer.ok) setEngine(answer.value);
    });
    return () => {
      abandoned = true;
    };
  }, []);

  const hush = useCallback((): void => {
    turns.next();
    speaker.current?.silence();
    clearMark();
    setSpeaking(false);
  }, [turns]);

  const readAloud = async (pieces: readonly SpokenPiece[], manner = { language, rate }): Promise<void> => {
    const voice = speaker.current;
    if (voice === null) return;
    const isCurrent = turns.next();
    setSpeaking(true);
    const spoken = (text: string): string => speakable(text, manner.language).slice(0, longestUtterance);
    for (const [index, { text, element }] of pieces.entries()) {
      clearMark();
      element.classList.add(readNow);
      element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const next = pieces[index + 1];
      await voice.say(spoken(text), manner, next && spoken(next.text));
      if (!isCurrent()) return;
    }
    hush();
  };

  const piecesOf = (root: Element): readonly SpokenPiece[] =>
    spokenPieces(root, {
      button: t('button'),
      field: t('field'),
      chosen: t('chosen'),
      unavailable: t('unavailable'),
      filled: t('filled'),
    });

  const readScreen = (manner = { language, rate }): void => {
    const root = document.querySelector('dialog[open]') ?? document.querySelector('main');
    if (root !== null) void readAloud(piecesOf(root), manner);
  };

  // Not a state: a new screen is not to be drawn twice.
  const onShown = useRef<() => void>(undefined);
  useEffect(() => {
    onShown.current = () => {
      if (on) readScreen();
    };
  });
  const onScreen = useCallback(() => {
    // Once the screen has taken its place.
    requestAnimationFrame(() => onShown.current?.());
  }, []);

  const readFocused = useEffectEvent((target: Element): void => {
    if (!on || !target.matches('button:focus-visible, input:focus-visible, summary:focus-visible')) return;
    // A radio button says nothing by itself.
    const named = target.matches('[type=radio]') ? target.closest('label') : null;
    void readAloud(piecesOf(named ?? target));
  });
  useEffect(() => {
    const listen = ({ target }: FocusEvent): void => {
      if (target instanceof Element) readFocused(target);
    };
    document.addEventListener('focusin', listen);
    return () => document.removeEventListener('focusin', listen);
  }, []);

  const shownLanguage = useRef(language);
  const onLanguage = useEffectEvent(() => {
    if (on) readScreen();
  });
  useEffect(() => {
    if (shownLanguage.current === language) return;
    shownLanguage.current = language;
    requestAnimationFrame(() => onLanguage());
  }, [language]);

  useEffect(
    () => () => {
      onShown.current = undefined;
      turns.next();
      clearMark();
      speaker.current?.close();
      speaker.current = null;
    },
    [turns],
  );

  const toggle = (): void => {
    if (engine === null || engine === 'none') return;
    if (on) {
      hush();
      speaker.current?.close();
      speaker.current = null;
      setOn(false);
      return;
    }
    speaker.current = createSpeaker(engine);
    speaker.current.setVolume(volume / loudest);
    setOn(true);
    readScreen();
  };

  return {
    reading: {
      engine,
      on,
      speaking,
      rate,
      volume,
      toggle,
      readAgain: () => readScreen(),
      pause: hush,
      setRate(next) {
        setRateState(next);
        readScreen({ language, rate: next });
      },
      setVolume(next) {
        setVolumeState(next);
        speaker.current?.setVolume(next / loudest);
      },
    },
    onScreen,
  };
}

function clearMark(): void {
  for (const element of document.querySelectorAll(`.${readNow}`)) element.classList.remove(readNow);
}
