using SellerPortal.Domain.Booking;

namespace SellerPortal.Domain.BulkBooking;

/// <summary>What is wrong with one cell, or with the whole row when no column is named.</summary>
/// <param name="Column">Where; null for the row.</param>
/// <param name="Code">The name of a <see cref="BulkFault"/> or of a <see cref="BookingFault"/>. The names are stored.</param>
/// <param name="Detail">What the sentence needs: the text of the cell, another row, a price.</param>
public sealed record CellFault(SheetColumn? Column, string Code, string? Detail = null)
{
    public static CellFault Of(SheetColumn? column, BulkFault fault, string? detail = null) => new(column, fault.ToString(), detail);

    /// <summary>The cell at which a fault of a booking stands.</summary>
    public static CellFault Of(BookingFault fault) => new(ColumnOf(fault.Field()), fault.ToString());

    /// <summary>The column that fills a field of a booking.</summary>
    public static SheetColumn? ColumnOf(BookingField field) => field switch
    {
        BookingField.Location => SheetColumn.PickupLocation,
        BookingField.FromPincode => SheetColumn.FromPincode,
        BookingField.ToPincode => SheetColumn.Pincode,
        BookingField.Weight => SheetColumn.Weight,
        BookingField.Size => SheetColumn.Length,
        BookingField.Product => SheetColumn.Product,
        BookingField.Name => SheetColumn.Name,
        BookingField.Company => SheetColumn.Company,
        BookingField.Mobile => SheetColumn.Mobile,
        BookingField.Email => SheetColumn.Email,
        BookingField.Address => SheetColumn.Line1,
        BookingField.City => SheetColumn.City,
        BookingField.State => SheetColumn.State,
        BookingField.GemContract => SheetColumn.GemContract,
        BookingField.Contents => SheetColumn.Contents,
        BookingField.DeclaredValue => SheetColumn.DeclaredValue,
        BookingField.Invoice => SheetColumn.Invoice,
        BookingField.Order => SheetColumn.Order,
        BookingField.EwayBill => SheetColumn.EwayBill,
        BookingField.AddOns => SheetColumn.AddOns,
        _ => null,
    };
}

/// <summary>What can be wrong with a row of a sheet beside what can be wrong with every booking. The names are stored.</summary>
public enum BulkFault
{
    /// <summary>The cell shows a long number in short, such as 1.2E+14.</summary>
    LongNumber,

    /// <summary>The spreadsheet made a date of the text.</summary>
    DateCell,

    /// <summary>The cell holds an error of the spreadsheet, such as #N/A.</summary>
    ErrorCell,

    /// <summary>The text is longer than any field.</summary>
    TooLong,

    /// <summary>The text is no weight.</summary>
    NotAWeight,

    /// <summary>The text is no measure in centimetres.</summary>
    NotAMeasure,

    /// <summary>The text is no amount in whole rupees.</summary>
    NotAnAmount,

    /// <summary>Grams and kilograms are both given, and differ.</summary>
    TwoWeights,

    /// <summary>An earlier row has the same order reference; the detail is its number.</summary>
    OrderTwice,

    /// <summary>The seller has booked the order reference before; the detail is the article number.</summary>
    OrderBooked,

    /// <summary>The product has no price for the parcel; the detail is why.</summary>
    NoPrice,

    /// <summary>The seller has no pickup location of that name; the detail names those there are.</summary>
    NoSuchLocation,

    /// <summary>The tariff changed after the price was shown; the detail is the new price in paise.</summary>
    PriceChanged,
}
