namespace SellerPortal.Domain.Manifests;

/// <summary>
/// The list of parcels that a seller hands over in one go. While it is open it is whatever its shipments say; once it
/// is closed it is its <see cref="ManifestLine"/>s, and never changes.
/// </summary>
public sealed class Manifest
{
    /// <summary>The most parcels of one manifest.</summary>
    public const int MostParcels = 10_000;

    private Manifest()
    {
    }

    public ManifestId Id { get; private set; }

    public SellerId SellerId { get; private set; }

    /// <summary>True in the test mode; what <see cref="SellerId.IsTest"/> says, where a database can ask.</summary>
    public bool IsTest { get; private set; }

    /// <summary>The day in India it was opened on, and at whose end it is closed; see <see cref="ManifestDay"/>.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Counts the seller's manifests of the day from 1.</summary>
    public int Sequence { get; private set; }

    /// <summary>See <see cref="ManifestNumber"/>.</summary>
    public string Number { get; private set; } = "";

    public DateTimeOffset OpenedAt { get; private set; }

    public Guid OpenedBy { get; private set; }

    /// <summary>When it was closed; null while parcels can be added and taken off.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The account that closed it; null when the day did.</summary>
    public Guid? ClosedBy { get; private set; }

    /// <summary>Its parcels when it was closed; 0 before.</summary>
    public int Parcels { get; private set; }

    /// <summary>Their weight when it was closed, in grams; 0 before.</summary>
    public long Grams { get; private set; }

    /// <summary>Changed at every step; who adds, takes off or closes changes this row first, so that one waits for the other.</summary>
    public Guid Version { get; private set; }

    /// <summary>Opens the seller's manifest of a day with the given count.</summary>
    /// <param name="seller">Whose parcels.</param>
    /// <param name="sequence">Its number among the seller's of the day, from 1.</param>
    /// <param name="by">Who opens it.</param>
    /// <param name="now">The present.</param>
    /// <param name="id">Its id, where the caller has made one so that a repeated call finds it again; a new one when null.</param>
    /// <exception cref="DomainRuleException">The day has no number left.</exception>
    public static Manifest Open(SellerId seller, int sequence, Guid by, DateTimeOffset now, ManifestId? id = null)
    {
        var day = ManifestDay.Of(now);
        return new Manifest
        {
            Id = id ?? ManifestId.New(now),
            SellerId = seller,
            IsTest = seller.IsTest,
            Day = day,
            Sequence = sequence,
            Number = ManifestNumber.Of(day, sequence),
            OpenedAt = now,
            OpenedBy = by,
        };
    }
}
