namespace SellerPortal.Domain.Booking;

/// <summary>What can be wrong with a booking, each at one field. The names are stable: the API answers with them.</summary>
public enum BookingFault
{
    KeyMissing,

    /// <summary>The seller has no such pickup location; another seller's is as unknown as one that never was.</summary>
    LocationUnknown,
    FromPincodeMalformed,
    FromPincodeUnknown,
    FromPincodeNoOffice,
    ToPincodeMissing,
    ToPincodeMalformed,
    ToPincodeUnknown,
    ToPincodeNoDelivery,
    WeightMissing,
    WeightOutOfBounds,
    SizeIncomplete,
    SizeOutOfBounds,
    ProductMissing,
    ProductUnknown,
    NameMissing,
    NameLength,
    CompanyLength,
    MobileMissing,
    MobileMalformed,
    EmailMalformed,
    AddressMissing,
    AddressTooLong,
    CityMissing,
    CityLength,
    StateLength,
    GemContractMalformed,
    ContentsMissing,
    ContentsTooLong,
    DeclaredValueOutOfBounds,
    DeclaredValueMissing,
    InvoiceTooLong,
    OrderTooLong,
    EwayBillMalformed,
    AddOnUnknown,
}

/// <summary>The fields of a booking, in the order of the page.</summary>
public enum BookingField
{
    Key,
    Location,
    FromPincode,
    ToPincode,
    Weight,
    Size,
    Product,
    Name,
    Company,
    Mobile,
    Email,
    Address,
    City,
    State,
    GemContract,
    Contents,
    DeclaredValue,
    Invoice,
    Order,
    EwayBill,
    AddOns,
}

/// <summary>Where a fault stands.</summary>
public static class BookingFaults
{
    private static readonly BookingField[] LongestFirst =
        [.. Enum.GetValues<BookingField>().OrderByDescending(field => field.ToString().Length)];

    private static readonly Dictionary<BookingFault, BookingField> Fields = Enum.GetValues<BookingFault>().ToDictionary(
        fault => fault,
        fault => fault == BookingFault.AddOnUnknown
            ? BookingField.AddOns
            : LongestFirst.First(field => fault.ToString().StartsWith(field.ToString(), StringComparison.Ordinal)));

    /// <summary>The field whose content has the fault: the one its name begins with.</summary>
    public static BookingField Field(this BookingFault fault) => Fields[fault];
}
