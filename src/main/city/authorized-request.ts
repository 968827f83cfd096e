import type { CityRequest } from './city-request.ts';
import type { Session } from './session.ts';

/** Calls in the name of the desk. A token that the city no longer knows is replaced once, then its no stands. */
export function createAuthorizedRequest(request: CityRequest, session: Session): CityRequest {
  return async (call) => {
    const first = await session.token();
    if (!first.ok) return first;
    const answer = await request({ ...call, token: first.value });
    if (answer.ok || answer.fault.status !== 401) return answer;
    session.forget();
    const second = await session.token();
    return second.ok ? request({ ...call, token: second.value }) : second;
  };
}
