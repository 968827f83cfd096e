import type { RefusalReason } from '../../../src/shared/contracts/city/events.ts';
import type { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';
import type { Fact, FactType } from '../../../src/shared/domain/desk-log/fact.ts';
import type { AskingSql } from './question.ts';

/** Why a fact is refused; null when it now stands in the city's tables. */
export type Judgement = RefusalReason | null;
export type FactOf<T extends FactType> = Extract<Fact, { type: T }>;

/** Carries one kind of fact into the tables. What it wrote before it refused is undone by the caller. */
export type Judge<F extends Fact> = (sql: AskingSql, event: DeskEvent, fact: F) => Promise<Judgement>;
