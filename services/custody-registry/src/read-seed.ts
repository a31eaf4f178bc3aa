import { Injectable } from '@nestjs/common';
import { ANY_ROLE, type RouteContract } from '@tributary/platform-service';
import { SeedReply, SeedReport } from './seed-report';

/** Tells what became of the seed file. */
@Injectable()
export class ReadSeed {
  static readonly contract = {
    summary: 'What became of the seed file',
    roles: ANY_ROLE,
    reply: SeedReply,
  } satisfies RouteContract;

  constructor(private readonly report: SeedReport) {}

  async handle() {
    return this.report.current;
  }
}
