from django_otp.plugins.otp_totp.models import TOTPDevice

from zhongshu.platform.accounts.sealing import is_sealed, seal, unseal


class Factor(TOTPDevice):
    """A device that shows codes; its secret lies sealed in the database."""

    class Meta:
        proxy = True

    @property
    def bin_key(self) -> bytes:
        """The secret itself, as the code is worked out from it."""
        return bytes.fromhex(unseal(self.key, self.owner))

    @property
    def owner(self) -> str:
        """Whom the secret is sealed for: it opens in no other row."""
        return f"totp:{self.user_id}"

    def keep(self, secret: str) -> None:
        """Take ``secret`` (hex), sealed; the caller saves."""
        self.key = seal(secret, self.owner)

    def seal_again(self) -> None:
        """Seal what is kept under the present secret of the house; the caller saves."""
        self.keep(unseal(self.key, self.owner) if is_sealed(self.key) else self.key)
