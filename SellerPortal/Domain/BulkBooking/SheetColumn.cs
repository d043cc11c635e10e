namespace SellerPortal.Domain.BulkBooking;

/// <summary>What a column of a booking sheet holds, in the order of the template. The names are stored.</summary>
public enum SheetColumn
{
    /// <summary>The seller's own order number; names the row, so no two rows may share one.</summary>
    Order,
    Name,
    Company,
    Mobile,

    /// <summary>Where the consignee is told of the parcel's way.</summary>
    Email,
    Line1,
    Line2,
    Line3,
    City,
    State,
    Pincode,

    /// <summary>The weight in grams, or with its unit written behind it.</summary>
    Weight,

    /// <summary>The weight in kilograms, for sheets that hold it so.</summary>
    WeightKg,
    Length,
    Breadth,
    Height,
    Contents,
    DeclaredValue,
    Product,
    AddOns,
    GemContract,
    Invoice,
    EwayBill,
    FromPincode,

    /// <summary>The name of one of the seller's pickup locations.</summary>
    PickupLocation,
}

/// <summary>Which columns there are.</summary>
public static class SheetColumns
{
    /// <summary>Every column, in the order of the template.</summary>
    public static IReadOnlyList<SheetColumn> All { get; } = Enum.GetValues<SheetColumn>();

    /// <summary>The columns of the template: all but the second way to give a weight.</summary>
    public static IReadOnlyList<SheetColumn> Template { get; } = [.. All.Where(column => column != SheetColumn.WeightKg)];

    /// <summary>The columns without which no row can be booked; a weight stands in either of its two.</summary>
    public static IReadOnlyList<SheetColumn> Required { get; } =
        [SheetColumn.Name, SheetColumn.Mobile, SheetColumn.Line1, SheetColumn.Pincode, SheetColumn.Weight, SheetColumn.Contents];
}
