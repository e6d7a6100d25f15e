/** What lies beside a downloaded chain, for whoever unpacks it without knowing this system. Both languages in one file. */
export function readMe(of: {
  readonly chainId: string;
  readonly county: string | null;
  readonly fingerprint: string;
  readonly at: Date;
}): string {
  return `均衡 Junheng · 审计链 audit chain
链 chain: ${of.chainId} (${of.county ?? '系统 installation'})
下载时间 downloaded: ${of.at.toISOString()}
签名公钥指纹 fingerprint of the signing key (SHA-256): ${of.fingerprint}

如何验证
  1. 安装 Node.js 20 或更高版本，不需要联网，也不需要本系统。
  2. 解压，在本文件夹中运行：node verify-audit-chain.mjs
  3. 输出“链完整”即未被改动；否则指出首条异常记录的序号。
  4. 把上面的公钥指纹与本单位另行留存（打印或抄录）的指纹核对。
  5. 若另存有更早的 anchors.jsonl，可用 --anchors 指定它再验一次：当时锚定的内容今天必须仍在链中。

How to verify
  1. Install Node.js 20 or later. Neither a network nor this system is needed.
  2. Unpack, and run in this folder: node verify-audit-chain.mjs
  3. "The chain is intact" means that nothing was changed; otherwise the first bad entry is named by its number.
  4. Compare the fingerprint above with the one your bureau keeps elsewhere, printed or written down.
  5. With an older copy of anchors.jsonl, check against that too (--anchors FILE): what was anchored then must still be there.

文件 files
  chain.ndjson            每行一条记录，含内容、前一条的哈希和本条哈希 one entry a line with its content, the hash before it and its own
  anchors.jsonl           数据库之外逐次写下并签名的链头（序号与哈希） signed heads (count and hash), written outside the database
  public-key.pem          验证签名的公钥 (Ed25519) what signatures are checked with
  verify-audit-chain.mjs  验证程序，单个文件，与服务器不共用任何代码 the verifier: one file that shares no code with the server
`;
}
