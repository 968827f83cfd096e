import { appendFileSync, readFileSync, writeSync } from 'node:fs';
import { cutOwnPower } from '../../support/process-tree.ts';
import { passing } from './passing.ts';
import { KILLED, type PointsPlan } from './points-plan.ts';

/** Runs inside the desk's main process, in the chaos build only. */
const given = process.env.CHAOS_POINTS;
// Written by points-plan's own run.
const plan = given === undefined ? null : (JSON.parse(given) as PointsPlan);
const turnedOff = new Set((process.env.CHAOS_OFF ?? '').split(','));
const visits = new Map<string, number>();
const held = new Map<string, Buffer>();
/** Long enough for the screen to promise what is not written yet. */
const HELD_MS = 6000;

export const chaosOff = (name: string): boolean => turnedOff.has(name);

export function chaosPoint(name: string): void {
  if (plan === null) return;
  const phase = readFileSync(plan.phaseFile, 'utf8');
  const line = `${phase}\t${name}`;
  const hit = (visits.get(line) ?? 0) + 1;
  visits.set(line, hit);
  appendFileSync(plan.log, `${line}\n`);
  const { kill } = plan;
  if (kill === null || kill.point !== name || kill.phase !== phase || kill.hit !== hit) return;
  appendFileSync(plan.log, `${KILLED}\n`);
  cutOwnPower(plan.mark);
}

export const { chaosDone, chaosEach } = passing(chaosPoint);

/** What the window's points ask: `/chaos/plan`, `/chaos/point?name=…`. */
export function chaosAnswer(request: Request): Response | null {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname === '/chaos/plan') return Response.json({ points: plan !== null, off: [...turnedOff] });
  if (pathname !== '/chaos/point') return null;
  chaosPoint(searchParams.get('name') ?? '');
  return new Response('');
}

/** With `state-before-send` off: a record that was answered for, and is written only later. */
export function chaosHold(file: number, record: Buffer, position: number): void {
  held.set(`${file} ${position}`, record);
  setTimeout(() => {
    writeSync(file, record, 0, record.length, position);
    held.delete(`${file} ${position}`);
  }, HELD_MS);
}

export const chaosHeld = (file: number, position: number): Buffer | undefined =>
  held.get(`${file} ${position}`);
