import type { Actor } from '#machines/kit/case/facts.js';
import { notYourStep } from '../http/problem.js';
import { isAdmin } from '../identity/current-actor.js';

/** @throws Problem 403 for anybody else. */
export function adminOnly(actor: Actor): void {
  if (!isAdmin(actor)) throw notYourStep('接收地址和外发消息由管理员维护。');
}
