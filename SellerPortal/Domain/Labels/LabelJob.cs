using System.Runtime.InteropServices;

namespace SellerPortal.Domain.Labels;

/// <summary>
/// Many labels in one file, made in the background. Each label is counted once, though the drawing may begin anew after
/// a crash.
/// </summary>
public sealed class LabelJob
{
    /// <summary>The most labels of one file.</summary>
    public const int MostLabels = 10_000;

    /// <summary>How long the file is kept; a label can be printed again at any time.</summary>
    public static readonly TimeSpan FileKept = TimeSpan.FromDays(3);

    private LabelJob()
    {
    }

    public Guid Id { get; private set; }

    public SellerId SellerId { get; private set; }

    public Guid OrderedBy { get; private set; }

    public DateTimeOffset OrderedAt { get; private set; }

    public LabelFormat Format { get; private set; }

    public PrinterLanguage Language { get; private set; }

    public PrinterDensity Density { get; private set; }

    /// <summary>The place of the first label on its sheet, from 1.</summary>
    public int Place { get; private set; }

    public LabelJobStatus Status { get; private set; }

    /// <summary>When it became what <see cref="Status"/> says.</summary>
    public DateTimeOffset StatusAt { get; private set; }

    /// <summary>Labels that were ordered.</summary>
    public int Total { get; private set; }

    /// <summary>Of them, those that the present drawing has gone through.</summary>
    public int Done { get; private set; }

    /// <summary>Of them, those that are noted as printed in the history of their shipment.</summary>
    public int Counted { get; private set; }

    /// <summary>Shipments without a label, because they are cancelled.</summary>
    public int Skipped { get; private set; }

    /// <summary>The present drawing, to which the pieces of the file belong; a new one after a crash.</summary>
    public Guid Run { get; private set; }

    /// <summary>The size of the file; 0 until it is made.</summary>
    public long Bytes { get; private set; }

    /// <summary>The ids of the shipments one after the other, in the order of printing.</summary>
    public byte[] Shipments { get; private set; } = [];

    public LabelPaper Paper => new(Format, Language, Density, Place);

    /// <summary>Orders labels.</summary>
    /// <param name="seller">Whose they are.</param>
    /// <param name="by">Who orders.</param>
    /// <param name="shipments">In the order of printing.</param>
    /// <param name="paper">What they are printed on.</param>
    /// <param name="now">The present.</param>
    /// <param name="id">The id, where the caller has made one so that a repeated call finds it again; a new one when null.</param>
    /// <exception cref="DomainRuleException">There are none, or more than <see cref="MostLabels"/>.</exception>
    public static LabelJob Order(SellerId seller, Guid by, IReadOnlyList<ShipmentId> shipments, LabelPaper paper, DateTimeOffset now, Guid? id = null)
    {
        if (shipments.Count is 0 or > MostLabels) throw new DomainRuleException("labels.count", $"A file has 1 to {MostLabels} labels.");
        var tidy = paper.Tidy();
        return new LabelJob
        {
            Id = id ?? Guid.CreateVersion7(now),
            SellerId = seller,
            OrderedBy = by,
            OrderedAt = now,
            Format = tidy.Format,
            Language = tidy.Language,
            Density = tidy.Density,
            Place = tidy.Place,
            StatusAt = now,
            Total = shipments.Count,
            Shipments = Pack(shipments),
        };
    }

    /// <summary>The shipments in the order of printing.</summary>
    public IReadOnlyList<ShipmentId> ShipmentIds() =>
        [.. MemoryMarshal.Cast<byte, Guid>(Shipments).ToArray().Select(id => new ShipmentId(id))];

    private static byte[] Pack(IReadOnlyList<ShipmentId> shipments)
    {
        var ids = shipments.Select(shipment => shipment.Value).ToArray();
        return MemoryMarshal.AsBytes<Guid>(ids).ToArray();
    }
}

/// <summary>Where a file of labels stands.</summary>
public enum LabelJobStatus
{
    /// <summary>Ordered; nothing is drawn yet.</summary>
    Waiting,

    Drawing,

    /// <summary>The file can be fetched for <see cref="LabelJob.FileKept"/>.</summary>
    Ready,

    /// <summary>Given up: every shipment is cancelled.</summary>
    Empty,

    /// <summary>Given up: the drawing failed too often. An admin can have it tried again, and the seller order the same once more.</summary>
    Failed,
}
