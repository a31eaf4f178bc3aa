import type { OpenApi } from './openapi';

/** A method and path template of a service. */
interface DeclaredRoute {
  readonly method: string;
  /** Undefined where a parameter stands. */
  readonly segments: readonly (string | undefined)[];
}

/** Which service declares a route: by the method and path templates of their OpenAPI documents. */
export class RouteTable {
  private readonly routes = new Map<string, readonly DeclaredRoute[]>();

  /** Takes a service's routes in the place of those it had. */
  declare(service: string, document: OpenApi): void {
    this.routes.set(
      service,
      Object.entries(document.paths ?? {}).flatMap(([path, operations]) =>
        Object.keys(operations).map((method) => ({
          method: method.toUpperCase(),
          segments: path.split('/').map((segment) => (segment.startsWith('{') ? undefined : segment)),
        })),
      ),
    );
  }

  /**
   * @param path  as the client sent it, not decoded: an encoded slash divides nothing
   * @returns the service; of several that fit, the one with the fewest parameters in its template
   */
  ownerOf(method: string, path: string): string | undefined {
    const given = path.split('/');
    const asked = method === 'HEAD' ? 'GET' : method;
    const fitting = [...this.routes].flatMap(([service, routes]) =>
      routes
        .filter((route) => route.method === asked && fits(route, given))
        .map(({ segments }) => ({ service, segments })),
    );
    const parameters = ({ segments }: { segments: DeclaredRoute['segments'] }) =>
      segments.filter((segment) => segment === undefined).length;
    return fitting.sort((one, other) => parameters(one) - parameters(other))[0]?.service;
  }
}

function fits({ segments }: DeclaredRoute, given: readonly string[]): boolean {
  if (segments.length !== given.length) return false;
  return segments.every((segment, place) => (segment === undefined ? given[place] !== '' : segment === given[place]));
}
