/** The tones of Pult, made as they are played: each kind is known by its own, none is louder than a phone call bears. */
import type { NoticeKind, Volume } from './noticeStore.ts';

/** Part of a tone; `at`, `length` in seconds. */
type Note = { hertz: number; at: number; length: number };
type Tone = { wave: OscillatorType; notes: readonly Note[] };

/** new: two steps up · late: two steps down, twice · failed: three low knocks. */
const TONES: Record<NoticeKind, Tone> = {
  new: {
    wave: 'sine',
    notes: [
      { hertz: 660, at: 0, length: 0.13 },
      { hertz: 880, at: 0.14, length: 0.2 },
    ],
  },
  late: {
    wave: 'triangle',
    notes: [
      { hertz: 587, at: 0, length: 0.16 },
      { hertz: 440, at: 0.17, length: 0.2 },
      { hertz: 587, at: 0.48, length: 0.16 },
      { hertz: 440, at: 0.65, length: 0.26 },
    ],
  },
  failed: {
    wave: 'triangle',
    notes: [
      { hertz: 233, at: 0, length: 0.11 },
      { hertz: 233, at: 0.17, length: 0.11 },
      { hertz: 196, at: 0.34, length: 0.3 },
    ],
  },
};

const LOUDNESS: Record<Volume, number> = { quiet: 0.03, normal: 0.08, loud: 0.22 };
/** From one tone to the next, so that two kinds at once are heard one after the other. */
const PAUSE = 0.35;

let audio: AudioContext | null = null;
/** On the clock of `audio`: until when something sounds, and until when each kind does. */
let busyUntil = 0;
let soundsUntil: Partial<Record<NoticeKind, number>> = {};

/** True once somebody has pressed something on this page: before that browsers play nothing. */
export function canSound(): boolean {
  return 'AudioContext' in globalThis && (navigator.userActivation?.hasBeenActive ?? true);
}

/** Plays the tone of a kind; one that still sounds, or waits for its turn, is not begun again. */
export async function playTone(kind: NoticeKind, volume: Volume): Promise<void> {
  try {
    if (!audio || audio.state === 'closed') {
      audio = new AudioContext();
      busyUntil = 0;
      soundsUntil = {};
    }
    // A computer that slept, or a phone call on a tablet, leaves it suspended.
    if (audio.state !== 'running') await audio.resume();
  } catch {
    return;
  }
  const now = audio.currentTime;
  if ((soundsUntil[kind] ?? 0) > now) return;
  const { wave, notes } = TONES[kind];
  const start = Math.max(now, busyUntil);
  const last = notes.at(-1);
  const end = start + (last ? last.at + last.length : 0);
  soundsUntil[kind] = end;
  busyUntil = end + PAUSE;
  for (const note of notes) playNote(audio, wave, note, start, LOUDNESS[volume]);
}

/** Swells and fades: a note cut off at once clicks. */
function playNote(to: AudioContext, wave: OscillatorType, note: Note, start: number, loudness: number): void {
  const from = start + note.at;
  const until = from + note.length;
  const gain = to.createGain();
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(loudness, from + 0.015);
  gain.gain.setValueAtTime(loudness, until - 0.05);
  gain.gain.linearRampToValueAtTime(0, until);
  gain.connect(to.destination);
  const sound = to.createOscillator();
  sound.type = wave;
  sound.frequency.value = note.hertz;
  sound.connect(gain);
  sound.start(from);
  sound.stop(until);
  sound.addEventListener('ended', () => gain.disconnect(), { once: true });
}
