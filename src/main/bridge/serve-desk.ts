import { SECURITY_HEADERS } from '../app/security-headers.ts';

type Route = (request: Request) => Promise<Response | null>;

/**
 * Answers every `app://desk/…` request: the routes in their order, then the built page. The security headers go on
 * each answer. A route that throws is a defect: logged, answered 500, the window goes on.
 */
export function createDeskServer(parts: {
  readonly routes: () => readonly Route[];
  readonly staticFile: (pathname: string) => Promise<Response>;
  readonly logDefect: (where: string, defect: unknown) => void;
}): (request: Request) => Promise<Response> {
  const answer = async (request: Request): Promise<Response> => {
    for (const route of parts.routes()) {
      const response = await route(request);
      if (response !== null) return response;
    }
    return parts.staticFile(new URL(request.url).pathname);
  };

  return async (request) => {
    let response: Response;
    try {
      const own = new URL(request.url).host === 'desk';
      response = own ? await answer(request) : new Response(null, { status: 404 });
    } catch (defect) {
      parts.logDefect(`serve ${request.method} ${new URL(request.url).pathname}`, defect);
      const failure = { code: 'unexpected', remedy: 'call-support' };
      response = Response.json({ failure }, { status: 500 });
    }
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
    return response;
  };
}
