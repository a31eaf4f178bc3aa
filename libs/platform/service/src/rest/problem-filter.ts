import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Problem } from './problem';
import { sendFailure, sendProblem } from './reply';

/** Tells what happens outside of the routes as problem details too: no such route, a body that is no JSON. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const status = statusOf(error);
    if (status === 404) {
      sendProblem(
        response,
        new Problem(404, 'no-such-route', `There is no ${request.method} ${request.path}; /openapi.json lists what is`),
      );
    } else if (status === 400) {
      sendProblem(
        response,
        new Problem(400, 'malformed-request', `The request is malformed: ${(error as Error).message}`),
      );
    } else if (status && status < 500) {
      sendProblem(response, new Problem(status, 'refused', (error as Error).message));
    } else {
      sendFailure(response, error);
    }
  }
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const { status } = error as { status?: unknown };
  return typeof status === 'number' ? status : undefined;
}
