#!/usr/bin/env python3
"""A second reader of pairings: reads what tests/corpus/pairing keeps from the format's description alone, with Python's
BLAKE2b and libsodium's own functions, and comes to the same words, names, keys, payloads, signatures and safety number."""

import base64
import ctypes
import ctypes.util
import hashlib
import pathlib
import re
import struct
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]
LINK = 16 + 64  # issuer and signature of a certificate
KEYS = 32 + 32 + 8  # at the end of a certificate: both keys, and when it was made


def check(holds, what):
    if not holds:
        sys.exit(f"pairing_agreement: {what}")


def load_sodium():
    name = ctypes.util.find_library("sodium")
    if name is None:
        print("pairing_agreement: no libsodium to load")
        sys.exit(77)
    sodium = ctypes.CDLL(name)
    sodium.sodium_init()
    return sodium


SODIUM = load_sodium()
WORDS = " ".join(re.findall(r'^    "([a-z ]+)"', (ROOT / "core/crypto/word_list.cpp").read_text(), re.M)).split()


def hash_of(*parts, key=b""):
    state = hashlib.blake2b(key=key, digest_size=32)
    for part in parts:
        state.update(struct.pack("<Q", len(part)) + part)
    return state.digest()


def opened(key, context, sealed):
    nonce, text = sealed[:24], sealed[24:]
    out, size = ctypes.create_string_buffer(len(text) - 16), ctypes.c_ulonglong()
    status = SODIUM.crypto_aead_xchacha20poly1305_ietf_decrypt(
        out, ctypes.byref(size), None, text, ctypes.c_ulonglong(len(text)), context, ctypes.c_ulonglong(len(context)), nonce, key)
    check(status == 0, "something doesn't open")
    return out.raw[: size.value]


def with_length(data):
    (size,) = struct.unpack("<I", data[:4])
    return data[4 : 4 + size], data[4 + size :]


def keys_of(chain):
    """Of the only certificate in it."""
    keys = chain[-LINK - KEYS : -LINK]
    return keys[:32], keys[32:64]


def half_of_number(chain):
    stream, person = chain[5:21], chain[21:37]
    digits = hash_of(b"kindling/safety-number/v1", person, stream, *keys_of(chain))
    return "-".join(f"{int.from_bytes(digits[5 * i : 5 * i + 5], 'big') % 100_000:05}" for i in range(6))


def read_code(kept, domain):
    text = kept["text"].split(":")[1].upper()
    raw = base64.b32decode(text + "=" * (-len(text) % 8))
    body, sid, secret, offerer = raw[:-4], raw[1:17], raw[17:33], raw[33:49]
    check(hash_of(domain + b"text/v1", body)[:4] == raw[-4:], "the text's checksum")
    bits = 0
    for word in kept["words"].split("-"):
        bits = bits << 11 | WORDS.index(word)
    check((bits >> 4).to_bytes(16, "big") == secret, "the words")
    check(bits & 15 == hash_of(domain + b"words/v1", secret)[0] >> 4, "the words' checksum")
    folder = base64.b32encode(hash_of(domain + b"folder/v1", key=secret)[:16]).decode().lower().rstrip("=")
    check(kept["folder"] == "meet-" + folder, "the folder's name")
    card = opened(hash_of(domain + b"card/v1", key=secret), domain + b"card/v1", bytes.fromhex(kept["card"]))
    check(card[33:] == sid + offerer, "what the card says")
    check(hash_of(domain + b"secret/v1", sid, offerer, key=card[1:33])[:16] == secret, "that the secret commits to it")
    return sid, secret, offerer


def agreed(kept, theirs):
    """What the joiner's key, whose seed stands in its state behind its certificates, agrees on."""
    state, own = bytes.fromhex(kept["join-waiting"]), bytes.fromhex(kept["certificates-b"])
    at = state.index(own) + len(own)
    seed = hashlib.blake2b(b"kindling/pair/ephemeral/box", key=state[at : at + 32], digest_size=32).digest()
    product, shared = ctypes.create_string_buffer(32), ctypes.create_string_buffer(32)
    check(SODIUM.crypto_scalarmult(product, hashlib.sha512(seed).digest()[:32], theirs) == 0, "the agreed key")
    SODIUM.crypto_core_hchacha20(shared, bytes(16), product.raw, None)
    return shared.raw


def read_pairing(name, kind):
    kept = dict(line.split(" ") for line in (ROOT / "tests/corpus/pairing" / name).read_text().splitlines())
    own = f"kindling/{kind}/v1".encode()
    sid, secret, offerer = read_code(kept, f"kindling/{kind}/".encode())
    chains = [bytes.fromhex(kept["certificates-a"]), bytes.fromhex(kept["certificates-b"])]
    check(hash_of(b"kindling/certificate/chain/v1", chains[0])[:16] == offerer, "the hash of the certificates")
    messages = [bytes.fromhex(kept[f"m{i}"]) for i in range(1, 5)]
    hashes = [hash_of(own + b"/m%d/hash" % i, sid, message) for i, message in enumerate(messages, 1)]

    def body(step, key):
        message = messages[step - 1]
        inside, rest = with_length(opened(key, own + b"/m%d" % step + bytes([1]) + sid, message[1:]))
        check(not any(rest) and len(inside + rest) % 512 == 508, "the padding")
        return inside

    first_key = hash_of(own + b"/first-key", sid, key=secret)
    check(with_length(body(1, first_key))[0] == chains[1], "m1")
    chain, rest = with_length(body(2, first_key))
    check(chain == chains[0] and rest[32:] == hashes[0], "m2")
    key = hash_of(own + b"/session-key", sid, hashes[0], hashes[1], agreed(kept, rest[:32]), key=first_key)
    for step, signer in ((3, chains[0]), (4, chains[1])):
        payload, signature = with_length(body(step, key))
        said = own + b"/m%d/signature" % step + b"\0" + sid + b"".join(hashes[: step - 1]) + payload
        status = SODIUM.crypto_sign_verify_detached(signature, said, ctypes.c_ulonglong(len(said)), keys_of(signer)[0])
        check(status == 0 and payload, f"the signature of m{step}")
    check(kept["safety-number"] == "-".join(sorted(map(half_of_number, chains))), "the safety number")


def main():
    check(len(WORDS) == 2048, "the list of words")
    read_pairing("couple", "pair")
    read_pairing("own_device", "link")
    print("pairing_agreement: both pairings are read the same")


if __name__ == "__main__":
    main()
