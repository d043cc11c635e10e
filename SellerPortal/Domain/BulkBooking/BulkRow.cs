using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.BulkBooking;

/// <summary>
/// A row of a sheet, as it stands and as it was checked. Whether it is booked does not stand here but in the booking
/// claim under its key, which is written with the shipment: no row can be booked by half or twice.
/// </summary>
public sealed class BulkRow
{
    private BulkRow()
    {
    }

    public Guid JobId { get; private set; }

    /// <summary>Its number in the spreadsheet, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The key of its booking claim, made of job and row.</summary>
    public Guid Key { get; private set; }

    /// <summary>True when it has a fault.</summary>
    public bool IsBad { get; private set; }

    /// <summary>Its cells as <see cref="RowJson"/>.</summary>
    public string Cells { get; private set; } = "";

    /// <summary>Its faults as <see cref="RowJson"/>; null without any.</summary>
    public string? Faults { get; private set; }

    /// <summary>The order reference as it is compared: in capitals.</summary>
    public string? Order { get; private set; }

    public ProductCode? Product { get; private set; }

    /// <summary>The weight that is charged, in grams.</summary>
    public int? ChargeableGrams { get; private set; }

    /// <summary>The zone or distance slab, as the tariff's column.</summary>
    public string? Zone { get; private set; }

    /// <summary>The price with tax that was shown and is booked, or nothing is.</summary>
    public Money? Total { get; private set; }

    public static BulkRow Of(Guid job, int number, CheckedRow check)
    {
        var row = new BulkRow { JobId = job, Number = number, Key = RowKey.Of(job, number) };
        row.Take(check);
        return row;
    }

    /// <summary>Takes the outcome of a check.</summary>
    public void Take(CheckedRow check)
    {
        IsBad = check.Faults.Count > 0;
        Cells = RowJson.Write(check.Cells);
        Faults = check.Faults.Count > 0 ? RowJson.Write(check.Faults) : null;
        Order = check.OrderKey;
        Product = check.Offer?.Product ?? check.Tidy?.Product;
        ChargeableGrams = check.Offer?.ChargeableGrams;
        Zone = check.Offer?.Zone;
        Total = check.Offer?.Total;
    }
}
