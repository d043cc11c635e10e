using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Shipments;

/// <summary>One article that a seller has booked: what it is, what it cost, and where it stands.</summary>
public sealed class Shipment
{
    private Shipment()
    {
    }

    public ShipmentId Id { get; private set; }

    public SellerId SellerId { get; private set; }

    /// <summary>The S10 article number, thirteen characters without spaces.</summary>
    public string Article { get; private set; } = "";

    public ProductCode Product { get; private set; }

    /// <summary>The sender and return address.</summary>
    public PostalAddress Consignor { get; private set; } = null!;

    /// <summary>The addressee.</summary>
    public PostalAddress Consignee { get; private set; } = null!;

    /// <summary>Where the addressee is told of the article's way; never shown to the public. Null when nobody knows it.</summary>
    public string? ConsigneeEmail { get; private set; }

    /// <summary>Size, weight and contents.</summary>
    public Parcel Parcel { get; private set; } = null!;

    /// <summary>The price at booking; later tariffs do not change it.</summary>
    public BookedPrice Price { get; private set; } = null!;

    /// <summary>Numbers of the order behind the parcel.</summary>
    public OrderReferences References { get; private set; } = null!;

    /// <summary>The order as it is looked for among the seller's shipments: see <see cref="OrderReferences.KeyOf"/>.</summary>
    public string? OrderKey { get; private set; }

    /// <summary>The seller's ten-digit DoP customer id at booking.</summary>
    public string CustomerId { get; private set; } = "";

    /// <summary>The seller's eight-digit contract number at booking, for a contract product.</summary>
    public string? ContractNumber { get; private set; }

    /// <summary>The office that books and fetches the parcel.</summary>
    public string BookingOffice { get; private set; } = "";

    public Pincode BookingPincode { get; private set; }

    /// <summary>The office that delivers.</summary>
    public string DeliveryOffice { get; private set; } = "";

    public DateTimeOffset BookedAt { get; private set; }

    /// <summary>The account that booked.</summary>
    public Guid BookedBy { get; private set; }

    /// <summary>First day of the expected delivery.</summary>
    public DateOnly? ExpectedFrom { get; private set; }

    /// <summary>Last day of the expected delivery.</summary>
    public DateOnly? ExpectedTo { get; private set; }

    public ShipmentStatus Status { get; private set; }

    /// <summary>When the event behind <see cref="Status"/> happened.</summary>
    public DateTimeOffset StatusAt { get; private set; }

    /// <summary>The group it is counted in; null once it is returned or cancelled, and while a printed return waits for its consignee. The database computes it, so it is right after loading only.</summary>
    public ShipmentTile? Tile { get; private set; }

    /// <summary>The last scan in the feed's own words, such as "Item received".</summary>
    public string? LastScan { get; private set; }

    /// <summary>The office of the last scan.</summary>
    public string? LastScanOffice { get; private set; }

    /// <summary>When the last scan happened.</summary>
    public DateTimeOffset? LastScanAt { get; private set; }

    /// <summary>The feed's code of the last scan.</summary>
    public string? LastScanCode { get; private set; }

    /// <summary>Why the last scan was no delivery.</summary>
    public NonDeliveryReason? LastScanReason { get; private set; }

    /// <summary>When the article last turned back to the sender; see <see cref="ScanState"/>.</summary>
    public DateTimeOffset? TurnedBackAt { get; private set; }

    /// <summary>When the article was last delivered, to addressee or sender; see <see cref="ScanState"/>.</summary>
    public DateTimeOffset? HandedOverAt { get; private set; }

    /// <summary>How many times a label was made; above one, the later ones are reprints.</summary>
    public int LabelPrints { get; private set; }

    public DateTimeOffset? LabelPrintedAt { get; private set; }

    /// <summary>
    /// The manifest it is handed over with; null while it is on none. It is on one at most; when it was left behind, the
    /// lines of the earlier one name it too.
    /// </summary>
    public ManifestId? ManifestId { get; private set; }

    /// <summary>The pickup that fetches it; null while none is asked for. It waits for one at most.</summary>
    public PickupId? PickupId { get; private set; }

    /// <summary>When the agent of its pickup fetched it; null while none has.</summary>
    public DateTimeOffset? FetchedAt { get; private set; }

    /// <summary>True once the post has taken it over: an agent has fetched it, or it was scanned.</summary>
    public bool IsTakenOver => FetchedAt is not null || LastScanAt is not null;

    /// <summary>What is paid back for a cancelled shipment; null for one that is not cancelled.</summary>
    public Money? Refund { get; private set; }

    /// <summary>When the sender called it back; null when nobody did.</summary>
    public DateTimeOffset? RecallRequestedAt { get; private set; }

    /// <summary>The fee for calling it back, before tax.</summary>
    public Money? RecallFee { get; private set; }

    /// <summary>The delivered shipment that comes back with this one; null for an ordinary shipment.</summary>
    public ShipmentId? ReturnOf { get; private set; }

    /// <summary>Changed at every save; two changes at once cannot overwrite each other. The first one is <see cref="FirstVersionOf"/>.</summary>
    public Guid Version { get; private set; }

    /// <summary>The version a shipment is booked in, so that it can be told again to whoever asks again for the answer to a booking.</summary>
    public static Guid FirstVersionOf(ShipmentId id) => id.Value;

    /// <summary>Books an article. The number, the price and the addresses have been checked by the caller.</summary>
    public static Shipment Book(ShipmentId id, NewShipment booking, DateTimeOffset now) => new()
    {
        Id = id,
        SellerId = booking.SellerId,
        Article = booking.Article,
        Product = booking.Product,
        Consignor = booking.Consignor,
        Consignee = booking.Consignee,
        ConsigneeEmail = booking.ConsigneeEmail,
        Parcel = booking.Parcel,
        Price = booking.Price,
        References = booking.References,
        OrderKey = OrderReferences.KeyOf(booking.References.Order),
        CustomerId = booking.CustomerId,
        ContractNumber = booking.ContractNumber,
        BookingOffice = booking.BookingOffice,
        BookingPincode = booking.BookingPincode,
        DeliveryOffice = booking.DeliveryOffice,
        BookedAt = now,
        BookedBy = booking.BookedBy,
        ExpectedFrom = booking.ExpectedFrom,
        ExpectedTo = booking.ExpectedTo,
        ReturnOf = booking.ReturnOf,
        Status = ShipmentStatus.Booked,
        StatusAt = now,
        Version = FirstVersionOf(id),
    };

    /// <summary>Voids the booking; the article number stays used.</summary>
    /// <param name="refund">What is paid back.</param>
    /// <param name="now">The present.</param>
    /// <exception cref="DomainRuleException">The article has left the office of booking, or has ended otherwise.</exception>
    public void Cancel(Money refund, DateTimeOffset now)
    {
        Refuse(ShipmentAct.Cancel, wasOut: false);
        Status = ShipmentStatus.Cancelled;
        StatusAt = now;
        Refund = refund;
    }

    /// <summary>Calls the article back. The scans of the way back decide its status.</summary>
    /// <param name="fee">The fee, before tax.</param>
    /// <param name="wasOut">True when it was taken out for delivery before.</param>
    /// <param name="now">The present.</param>
    /// <exception cref="DomainRuleException">It is too early or too late, or was called back before.</exception>
    public void RequestRecall(Money fee, bool wasOut, DateTimeOffset now)
    {
        Refuse(ShipmentAct.Recall, wasOut);
        RecallRequestedAt = now;
        RecallFee = fee;
    }

    /// <summary>Corrects the consignee's number or address; the article stays the same and goes to the same pincode.</summary>
    /// <exception cref="DomainRuleException">The pincode is another, or the article has come to its end.</exception>
    public void CorrectConsignee(PostalAddress corrected)
    {
        if (corrected.Pincode != Consignee.Pincode) throw new DomainRuleException("shipment.other_pincode", "A correction stays within the pincode.");
        if (Status is ShipmentStatus.Delivered or ShipmentStatus.Returning or ShipmentStatus.Returned or ShipmentStatus.Cancelled)
        {
            throw new DomainRuleException("shipment.ended", $"A shipment that is {Status} has no delivery to correct.");
        }

        Consignee = corrected;
    }

    /// <summary>What of it can be changed at some time.</summary>
    public EditableFacts EditableFacts => new(Consignee, ConsigneeEmail, References, Parcel.Contents);

    /// <summary>Changes what can still be changed; number, price and pincode stay.</summary>
    /// <param name="facts">What it is to be.</param>
    /// <returns>The parts that became something else; none when all was so before.</returns>
    /// <exception cref="DomainRuleException">A part can no longer be changed, or the pincode is another.</exception>
    public IReadOnlyList<EditablePart> Change(EditableFacts facts)
    {
        if (facts.Consignee.Pincode != Consignee.Pincode) throw new DomainRuleException("shipment.other_pincode", "A change stays within the pincode.");
        var changed = EditableFacts.Differences(facts);
        var stage = ShipmentEdits.StageOf(Status, IsTakenOver);
        var late = changed.Where(part => !ShipmentEdits.May(part, stage)).ToList();
        if (late.Count > 0) throw new DomainRuleException("shipment.too_late", $"{late[0]} of a parcel that is {stage} cannot be changed.");
        if (changed.Count == 0) return changed;
        (Consignee, ConsigneeEmail, References) = (facts.Consignee, facts.ConsigneeEmail, facts.References);
        OrderKey = OrderReferences.KeyOf(References.Order);
        if (facts.Contents != Parcel.Contents) Parcel = Parcel with { Contents = facts.Contents };
        return changed;
    }

    /// <summary>Counts a label that was made.</summary>
    /// <returns>True when it is a reprint.</returns>
    public bool CountLabel(DateTimeOffset now)
    {
        LabelPrints++;
        LabelPrintedAt = now;
        return LabelPrints > 1;
    }

    private void Refuse(ShipmentAct act, bool wasOut)
    {
        if (ShipmentActs.WhyNot(act, Status, wasOut, RecallRequestedAt is not null) is { } reason)
        {
            throw new DomainRuleException($"shipment.{act}_{reason}".ToLowerInvariant(), $"{act} is not possible: {reason}.");
        }
    }
}
