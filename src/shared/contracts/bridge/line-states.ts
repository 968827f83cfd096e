import type { LineStatus } from './line-status.ts';

/**
 * What the city does, seen from the desk. `takes`: it answers and takes what is sent. `answers`: it answers, but nothing
 * moves on. `silent`: nobody who is the city answers.
 */
type City = 'takes' | 'answers' | 'silent';

/** What each state of the line means, once for main and the screens. */
const CITY_IN: Readonly<Record<LineStatus['state'], City>> = {
  'never-tried': 'silent',
  up: 'takes',
  sending: 'takes',
  'city-slow': 'takes',
  'clock-differs': 'takes',
  'desk-cannot-keep': 'answers',
  'city-refuses-desk': 'answers',
  'city-failing': 'silent',
  'city-unreachable': 'silent',
  'no-network': 'silent',
  'no-name': 'silent',
  'captive-portal': 'silent',
  'proxy-login': 'silent',
  'wrong-clock': 'silent',
  'wrong-certificate': 'silent',
  'not-the-city': 'silent',
};

/** The city takes what is sent: the line is up. */
export const cityTakes = (state: LineStatus['state']): boolean => CITY_IN[state] === 'takes';

/** The city itself answers, whatever it answers. */
export const cityAnswers = (state: LineStatus['state']): boolean => CITY_IN[state] !== 'silent';
