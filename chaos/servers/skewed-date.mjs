// Node loads this file before a process of the program (`node --import`) and makes its date wrong by CHAOS_SKEW_MS. It is
// JavaScript because the program runs as in production, on Node alone.
const skew = Number(process.env.CHAOS_SKEW_MS ?? 0);
const Real = Date;

if (skew !== 0) {
  globalThis.Date = new Proxy(Real, {
    construct: (_, args) => Reflect.construct(Real, args.length === 0 ? [Real.now() + skew] : args),
    apply: () => new Real(Real.now() + skew).toString(),
    get: (target, name, receiver) => (name === 'now' ? () => Real.now() + skew : Reflect.get(target, name, receiver)),
  });
}
