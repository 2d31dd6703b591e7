//! `cargo xtask kiosk-key` and `cargo xtask decrypt`: the pair of keys of an organiser, and what was sealed for it.
//!
//! Envelopes are JSON Web Encryption in its compact form (RFC 7516) with `ECDH-ES` over P-256 (RFC 7518, section 4.6) and
//! `A256GCM` (section 5.3). The JOSE crates that do this without OpenSSL are unmaintained, so the three steps stand here, on
//! the primitives of `RustCrypto`; the page seals with another library, and the test opens what that has sealed.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use aes_gcm::aead::{Aead as _, KeyInit as _, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use anyhow::{Context as _, anyhow, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use p256::elliptic_curve::sec1::ToEncodedPoint as _;
use p256::{PublicKey, SecretKey};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::step::say;

/// What `cargo xtask kiosk-key` takes.
#[derive(clap::Args)]
pub struct KeyArgs {
    /// The name of the pair, which envelopes tell it by: letters, digits, "-", "_" and ".". A new pair gets a new name.
    name: String,
    /// Where the private key goes; it is what opens everything, so it stays away from the screen and the website.
    #[arg(long, default_value = "kiosk-key.private.json")]
    out: PathBuf,
}

/// Makes a pair of keys: writes the private one, prints what belongs into `config.json`.
pub fn run_key(args: &KeyArgs) -> anyhow::Result<()> {
    let is_name = |name: &str| {
        (1..=120).contains(&name.len())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
    };
    ensure!(is_name(&args.name), "“{}” cannot be a name: use letters, digits, “-”, “_” and “.”.", args.name);
    ensure!(
        !args.out.exists(),
        "{} is there already. A private key that is overwritten opens nothing any more: choose another file with --out.",
        args.out.display()
    );
    let secret = SecretKey::random(&mut rand_core::OsRng);
    let public = public_jwk(&secret.public_key(), &args.name)?;
    let mut private = public.clone();
    private["d"] = json!(BASE64URL.encode(secret.to_bytes()));
    write_private(&args.out, &private)?;
    say(&format!(
        "The private key is in {}. Keep it where only the organiser has access.",
        args.out.display()
    ));
    println!("{}", serde_json::to_string_pretty(&json!({ "kiosk": { "public_key": public } }))?);
    Ok(())
}

fn write_private(file: &Path, key: &Value) -> anyhow::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(file).with_context(|| format!("{} could not be made.", file.display()))?;
    file.write_all(serde_json::to_string_pretty(key)?.as_bytes())?;
    Ok(())
}

fn public_jwk(key: &PublicKey, name: &str) -> anyhow::Result<Value> {
    let point = key.to_encoded_point(false);
    let (x, y) = (
        point.x().context("A point has two coordinates.")?,
        point.y().context("A point has two coordinates.")?,
    );
    Ok(
        json!({ "kty": "EC", "crv": "P-256", "x": BASE64URL.encode(x), "y": BASE64URL.encode(y), "kid": name, "alg": "ECDH-ES" }),
    )
}

/// What `cargo xtask decrypt` takes.
#[derive(clap::Args)]
pub struct DecryptArgs {
    /// A private key, as `cargo xtask kiosk-key` wrote it. Where keys have changed, all of them.
    #[arg(long = "key", required = true)]
    keys: Vec<PathBuf>,
    /// Where the submissions go, as a JSON list; to the terminal where left out.
    #[arg(long)]
    out: Option<PathBuf>,
    /// What the staff of a screen has saved, or envelopes as a receiver got them.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// Opens envelopes. Those that cannot be opened are named, and the others opened all the same.
pub fn run_decrypt(args: &DecryptArgs) -> anyhow::Result<()> {
    let keys = args.keys.iter().map(|file| read_key(file)).collect::<anyhow::Result<Vec<_>>>()?;
    let (mut opened, mut closed) = (Vec::new(), Vec::new());
    for file in &args.files {
        let text =
            fs::read_to_string(file).with_context(|| format!("{} could not be read.", file.display()))?;
        for (at, envelope) in envelopes(&text).into_iter().enumerate() {
            match open(&envelope, &keys) {
                Ok(text) => opened.push(text),
                Err(reason) => closed.push(format!("{}, number {}: {reason:#}", file.display(), at + 1)),
            }
        }
    }
    let list = serde_json::to_string_pretty(&opened)?;
    match &args.out {
        Some(file) => {
            fs::write(file, list).with_context(|| format!("{} could not be written.", file.display()))?;
        }
        None => println!("{list}"),
    }
    say(&format!("{} opened, {} not.", opened.len(), closed.len()));
    ensure!(closed.is_empty(), "Not all could be opened:\n  {}", closed.join("\n  "));
    Ok(())
}

/// A private key with its name.
struct Key {
    name: String,
    secret: SecretKey,
}

#[derive(Deserialize)]
struct PrivateJwk {
    kid: String,
    d: Option<String>,
}

fn read_key(file: &Path) -> anyhow::Result<Key> {
    let text = fs::read_to_string(file).with_context(|| format!("{} could not be read.", file.display()))?;
    let jwk: PrivateJwk = serde_json::from_str(&text)
        .with_context(|| format!("{} is no key of P-256 with a name.", file.display()))?;
    let d = jwk.d.with_context(|| format!("{} is the public key; the private one opens.", file.display()))?;
    let bytes = BASE64URL.decode(d).with_context(|| format!("{} is damaged.", file.display()))?;
    let secret = SecretKey::from_slice(&bytes).map_err(|_| anyhow!("{} is damaged.", file.display()))?;
    Ok(Key { name: jwk.kid, secret })
}

/// The envelopes in a file: a list of what a screen has kept, or one envelope a line.
fn envelopes(text: &str) -> Vec<String> {
    #[derive(Deserialize)]
    struct Kept {
        envelope: String,
    }
    match serde_json::from_str::<Vec<Kept>>(text) {
        Ok(kept) => kept.into_iter().map(|one| one.envelope).collect(),
        Err(_) => text.split_whitespace().map(str::to_owned).collect(),
    }
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    enc: String,
    kid: Option<String>,
    epk: Epk,
}

#[derive(Deserialize)]
struct Epk {
    x: String,
    y: String,
}

/// What is in an envelope: JSON, as it would have been posted.
fn open(envelope: &str, keys: &[Key]) -> anyhow::Result<Value> {
    let parts: Vec<&str> = envelope.trim().split('.').collect();
    let &[head, encrypted_key, iv, text, tag] = parts.as_slice() else {
        bail!("this is no envelope, which has five parts with dots between them")
    };
    let part = |part: &str| BASE64URL.decode(part).context("the envelope is damaged");
    let header: Header = serde_json::from_slice(&part(head)?).context("the envelope's head is damaged")?;
    ensure!(
        header.alg == "ECDH-ES" && header.enc == "A256GCM" && encrypted_key.is_empty(),
        "it is sealed with {} and {}, not with ECDH-ES and A256GCM",
        header.alg,
        header.enc
    );
    let name = header.kid.unwrap_or_default();
    let key =
        keys.iter().find(|key| key.name == name).with_context(|| format!("it needs the key “{name}”"))?;
    let mut point = vec![4];
    point.extend(part(&header.epk.x)?);
    point.extend(part(&header.epk.y)?);
    let theirs =
        PublicKey::from_sec1_bytes(&point).map_err(|_| anyhow!("the envelope's key is no point of P-256"))?;
    let shared = p256::ecdh::diffie_hellman(key.secret.to_nonzero_scalar(), theirs.as_affine());
    let content_key = derived(shared.raw_secret_bytes(), &header.enc)?;
    let cipher =
        Aes256Gcm::new_from_slice(&content_key).map_err(|_| anyhow!("the derived key is too short"))?;
    let iv: [u8; 12] = part(iv)?.try_into().map_err(|_| anyhow!("the envelope is damaged"))?;
    let sealed = [part(text)?, part(tag)?].concat();
    let plain =
        cipher.decrypt(Nonce::from_slice(&iv), Payload { msg: &sealed, aad: head.as_bytes() }).map_err(
            |_| anyhow!("the envelope was changed on its way, or sealed for another key of this name"),
        )?;
    serde_json::from_slice(&plain).context("what is in it is no JSON")
}

/// The key of the contents, 256 bits (RFC 7518, section 4.6.2).
fn derived(shared: &[u8], enc: &str) -> anyhow::Result<[u8; 32]> {
    let mut other = Vec::new();
    for field in [enc.as_bytes(), b"", b""] {
        other.extend(u32::try_from(field.len())?.to_be_bytes());
        other.extend(field);
    }
    other.extend(256_u32.to_be_bytes());
    let mut key = [0; 32];
    concat_kdf::derive_key_into::<sha2::Sha256>(shared, &other, &mut key)
        .map_err(|_| anyhow!("no key could be derived"))?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sealed by `public/vendor/jose/seal.js` for the key of RFC 7518, appendix C (Bob's), named "bob".
    const SEALED: &str = include_str!("../../tests/fixtures/sealed-by-the-page.txt");
    const BOB: &str =
        r#"{"kty":"EC","crv":"P-256","kid":"bob","d":"VEmDZpDXXK8p8N0Cndsxs924q6nS1RXFASRl6BfUqdw"}"#;

    fn keys(text: &str) -> Vec<Key> {
        let jwk: PrivateJwk = serde_json::from_str(text).expect("JSON");
        let bytes = BASE64URL.decode(jwk.d.expect("private")).expect("base64url");
        vec![Key { name: jwk.kid, secret: SecretKey::from_slice(&bytes).expect("a scalar") }]
    }

    #[test]
    fn what_the_page_has_sealed_is_opened() {
        let opened = open(SEALED, &keys(BOB)).expect("an envelope");
        assert_eq!(
            opened,
            json!({ "format": "cluster-atlas/sign-up/1", "people": [{ "given_name": "Zoë" }] })
        );
    }

    /// The derivation of RFC 7518, appendix C.
    #[test]
    fn keys_are_derived_as_published() {
        let shared = [
            158, 86, 217, 29, 129, 113, 53, 211, 114, 131, 66, 131, 191, 132, 38, 156, 251, 49, 110, 163,
            218, 128, 106, 72, 246, 218, 167, 121, 140, 254, 144, 196,
        ];
        // The example is of 128 bits and two names; the shared secret is what both sides come to.
        let secret = keys(BOB).swap_remove(0).secret;
        let mut point = vec![4];
        for coordinate in
            ["gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0", "SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps"]
        {
            point.extend(BASE64URL.decode(coordinate).expect("base64url"));
        }
        let alice = PublicKey::from_sec1_bytes(&point).expect("a point");
        let both = p256::ecdh::diffie_hellman(secret.to_nonzero_scalar(), alice.as_affine());
        assert_eq!(both.raw_secret_bytes().as_slice(), shared);
    }

    #[test]
    fn what_cannot_be_opened_says_why() {
        let other = BOB.replace("\"bob\"", "\"2027\"");
        let changed = SEALED.trim().replace('.', ".A");
        let mut cut: Vec<&str> = SEALED.trim().split('.').collect();
        cut[4] = "AAAAAAAAAAAAAAAAAAAAAA";
        for (envelope, keys, reason) in [
            (SEALED.to_owned(), keys(&other), "it needs the key “bob”"),
            ("a.b".to_owned(), keys(BOB), "this is no envelope"),
            (changed, keys(BOB), "not with ECDH-ES"),
            (cut.join("."), keys(BOB), "the envelope was changed"),
        ] {
            let told = format!("{:#}", open(&envelope, &keys).expect_err("it stays closed"));
            assert!(told.contains(reason), "{told}");
        }
    }

    #[test]
    fn a_pair_of_keys_fits() {
        let secret = SecretKey::random(&mut rand_core::OsRng);
        let jwk = public_jwk(&secret.public_key(), "2026").expect("a key");
        assert_eq!((jwk["x"].as_str().map(str::len), jwk["y"].as_str().map(str::len)), (Some(43), Some(43)));
        assert!(jwk.get("d").is_none());
    }
}
