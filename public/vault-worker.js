//! Holds the vendor's key, away from the page: a task comes in as JSON, its answer goes out as JSON, the private key
//! never. What the page is told of an error is a code that never changes.

const loading = import("./vault.js").then((loader) => loader.default);

let stretched;
let key;

/// Stretches a passphrase with a salt of its own.
function stretchNew(vault, typed) {
  const stretch = { salt: vault.newSalt(), cost: JSON.parse(vault.defaultCost()) };
  return { stretch, under: vault.StretchedPassphrase.stretch(typed, stretch.salt, JSON.stringify(stretch.cost)) };
}

/// Stretches a passphrase as one was before.
function stretchAgain(vault, typed, { salt, cost }) {
  return vault.StretchedPassphrase.stretch(typed, salt, JSON.stringify(cost));
}

/// The key under what was stretched, as the server is given it; read back before it is told to anybody.
function wrapped({ stretch, under }) {
  const made = {
    key: key.publicKey(),
    stretch: JSON.stringify(stretch),
    wrapped: key.wrap(under),
    proof: under.proof(),
  };
  under.unwrap(made.wrapped).free();
  under.free();
  return made;
}

function forget() {
  stretched?.free();
  key?.free();
  stretched = key = undefined;
}

const tasks = {
  new_passphrase: (vault) => vault.newPassphrase(),

  check_passphrase: (vault, { typed }) => vault.checkPassphrase(typed),

  set_up(vault, { typed }) {
    forget();
    const stretched = stretchNew(vault, typed);
    key = vault.VendorKey.generate();
    return wrapped(stretched);
  },

  log_in(vault, { typed, stretch }) {
    forget();
    stretched = stretchAgain(vault, typed, JSON.parse(stretch));
    return stretched.proof();
  },

  /// The proof of the present passphrase; the key stays where it is.
  prove(vault, { typed, stretch }) {
    const present = stretchAgain(vault, typed, JSON.parse(stretch));
    const proof = present.proof();
    present.free();
    return proof;
  },

  /// The key that is here, under another passphrase.
  rewrap: (vault, { typed }) => wrapped(stretchNew(vault, typed)),

  /// Takes the key out of a recovery file; answers its public half.
  open_recovery(vault, { text, typed }) {
    const file = JSON.parse(vault.readRecoveryFile(text));
    const under = stretchAgain(vault, typed, file.key);
    try {
      const opened = under.unwrap(JSON.stringify(file.key));
      forget();
      key = opened;
    } finally {
      under.free();
    }
    return key.publicKey();
  },

  unwrap(_vault, { wrapped }) {
    key = stretched.unwrap(wrapped);
    stretched.free();
    stretched = undefined;
    return key.publicKey();
  },

  open(_vault, { webinar, sealed }) {
    const one = ([slot, text]) => {
      try {
        return JSON.parse(key.open(webinar, slot, text));
      } catch {
        return null;
      }
    };
    return sealed.map(one);
  },

  open_contacts(_vault, { webinar, sealed }) {
    const one = ([slot, text]) => {
      try {
        return JSON.parse(key.openContact(webinar, slot, text));
      } catch {
        return null;
      }
    };
    return sealed.map(one);
  },

  open_texts(_vault, { webinar, slot, sealed }) {
    const one = (text) => {
      try {
        return JSON.parse(key.openText(webinar, slot, text));
      } catch {
        return null;
      }
    };
    return sealed.map(one);
  },

  seal_contacts(vault, { webinar, people }) {
    const one = ([name, email]) => {
      const slot = vault.newSlot();
      return { slot, ...JSON.parse(vault.sealContact(key.publicKey(), webinar, slot, name, email)) };
    };
    return people.map(one);
  },

  words: (vault, { key }) => vault.words(key),

  fingerprint: (vault, { key }) => vault.fingerprint(key),

  new_invitations: (vault, { count }) => JSON.parse(vault.newInvitations(count)),

  /// A recovery file of the key that is here, with the words that open it.
  recovery_file(vault, { site, made_on }) {
    const words = vault.newPassphrase();
    const kept = wrapped(stretchNew(vault, words)).wrapped;
    return { words, text: vault.recoveryFile(kept, site, made_on) };
  },

  /// Whose file it is, and whether it has words of its own; no key is opened.
  read_recovery_file(vault, { text }) {
    const { site, made_on, version } = JSON.parse(vault.readRecoveryFile(text));
    return { site, made_on, has_own_words: version > 1 };
  },
};

async function answer(text) {
  const { id, do: task, ...values } = JSON.parse(text);
  try {
    const answered = tasks[task](await loading, values);
    return { id, answer: JSON.stringify(answered) };
  } catch (thrown) {
    return { id, error: typeof thrown === "string" ? thrown : "broken" };
  }
}

onmessage = async ({ data }) => postMessage(JSON.stringify(await answer(data)));
