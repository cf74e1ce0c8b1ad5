const SENTENCES: readonly (readonly [readonly string[], string])[] = [
  [['ENOTFOUND', 'EAI_AGAIN', 'EDNS'], '找不到对方的主机名，请登记人核对地址，或者请系统维护人员检查域名解析'],
  [
    ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'],
    '连接不上对方的服务器，请系统维护人员检查网络，或者请对方确认服务器在运行',
  ],
  [['ECONNRESET', 'EPIPE', 'ECONNECTION', 'ESOCKET'], '对方的服务器中断了连接，请对方检查'],
];

/** Says what went wrong on the way to another server and who can mend it, with the technical word at the end. */
export function networkFault(codes: readonly (string | undefined)[], word: string): string {
  const [, sentence = '与对方的服务器通信时出错，请系统维护人员查看'] =
    SENTENCES.find(([known]) => codes.some((code) => code !== undefined && known.includes(code))) ?? [];
  return `${sentence}(${word})`;
}

/** Says what an HTTP answer other than success means. */
export function httpFault(status: number): string {
  const sentence =
    status === 404 || status === 410
      ? '这个地址已经不存在，请登记人换成新的地址'
      : status === 401 || status === 403
        ? '对方不允许发往这个地址，请登记人核对地址和密钥'
        : status >= 500
          ? '对方的程序出错，请对方检查'
          : '对方没有接收，请登记人与对方核对地址和格式';
  return `${sentence}(HTTP ${status})`;
}
