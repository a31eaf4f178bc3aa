import { clientFault, sideFault } from './wallet';

describe('whose money a wallet holds', () => {
  it("keeps the clients' and the house's apart by role", () => {
    expect(sideFault('deposit', 'h')).toContain('its side is c');
    expect(sideFault('gas', 'c')).toContain("a gas wallet's side is h");
    for (const role of ['hot', 'warm', 'cold'] as const) {
      expect([sideFault(role, 'c'), sideFault(role, 'h')]).toEqual([undefined, undefined]);
    }
  });

  it("gives a client's address to a deposit wallet alone", () => {
    expect(clientFault({ role: 'deposit', side: 'c' })).toBeUndefined();
    expect(clientFault({ role: 'hot', side: 'h' })).toContain("the wallet is the house's");
    expect(clientFault({ role: 'hot', side: 'c' })).toContain('belongs to a deposit wallet');
  });
});
