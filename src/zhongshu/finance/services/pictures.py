from zhongshu.finance.models import Claim, Picture, PictureKey
from zhongshu.kernel import likeness
from zhongshu.matters.models import Attachment, AttachmentRole
from zhongshu.platform.files import queries as files


def take_looks(claim: Claim) -> None:
    """Keep what each photograph of the claim looks like, once for each file. Part of a use case."""
    own = Attachment.objects.filter(matter_id=claim.pk, role=AttachmentRole.EVIDENCE)
    pictures = own.filter(file__blob__media_type__startswith="image/").exclude(
        file__in=claim.pictures.values("file")
    )
    for one in pictures.select_related("file__blob"):
        look = files.traits_of(one.file.blob).look
        keys = set(likeness.picture_keys(look)) if look else set()
        if keys:
            organ_id = claim.matter.organ_id
            kept = Picture.objects.create(organ_id=organ_id, claim=claim, file=one.file, look=look)
            PictureKey.objects.bulk_create(
                PictureKey(picture=kept, organ_id=organ_id, key=key) for key in keys
            )
