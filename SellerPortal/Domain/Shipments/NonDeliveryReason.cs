namespace SellerPortal.Domain.Shipments;

/// <summary>Why an article was not delivered; the numbers are those of the feed (domain facts §7).</summary>
public enum NonDeliveryReason
{
    DoorLocked = 1,
    AddresseeMoved = 2,
    AddresseeInstructions = 3,
    LocalHoliday = 5,
    InsufficientAddress = 6,
    CannotBeLocated = 7,
    AddresseeAbsent = 8,
    Refused = 9,
    LeftWithoutInstructions = 11,
    Damaged = 13,
    NoSuchPerson = 14,
    OfficeClosed = 15,
    Unclaimed = 17,
    Deceased = 18,
    ProhibitedArticles = 23,
    Others = 25,
    ForceMajeure = 26,
    InsufficientInformation = 28,
    WrongPincode = 29,
    Missent = 30,
    IntimationDelivered = 35,
    PaymentOfCharges = 36,
    Recalled = 40,
    CustomerRequest = 41,
}

/// <summary>What the office does after a failed delivery.</summary>
public enum NonDeliveryConsequence
{
    /// <summary>No rule is published for the reason.</summary>
    Unstated,

    /// <summary>Kept, and tried once more.</summary>
    OneMoreAttempt,

    /// <summary>Tried on the next working day.</summary>
    NextWorkingDay,

    /// <summary>The address is enquired about; tried on the next working day.</summary>
    EnquiryNextWorkingDay,

    /// <summary>Sent on to the right office or address the same day.</summary>
    RedirectedSameDay,

    /// <summary>Sent back to the sender.</summary>
    ReturnedToSender,

    /// <summary>Kept for seven days, then sent back to the sender.</summary>
    ReturnedAfterSevenDays,
}

/// <summary>What follows from a reason.</summary>
public static class NonDeliveryReasons
{
    /// <summary>What the office does next (domain facts §7, "What follows").</summary>
    public static NonDeliveryConsequence Consequence(this NonDeliveryReason reason) => reason switch
    {
        NonDeliveryReason.DoorLocked or NonDeliveryReason.AddresseeAbsent or NonDeliveryReason.IntimationDelivered => NonDeliveryConsequence.OneMoreAttempt,
        NonDeliveryReason.LocalHoliday or NonDeliveryReason.OfficeClosed => NonDeliveryConsequence.NextWorkingDay,
        NonDeliveryReason.InsufficientAddress or NonDeliveryReason.CannotBeLocated => NonDeliveryConsequence.EnquiryNextWorkingDay,
        NonDeliveryReason.Missent or NonDeliveryReason.AddresseeMoved => NonDeliveryConsequence.RedirectedSameDay,
        NonDeliveryReason.Refused or NonDeliveryReason.Deceased or NonDeliveryReason.Recalled => NonDeliveryConsequence.ReturnedToSender,
        NonDeliveryReason.NoSuchPerson or NonDeliveryReason.Unclaimed or NonDeliveryReason.LeftWithoutInstructions => NonDeliveryConsequence.ReturnedAfterSevenDays,
        _ => NonDeliveryConsequence.Unstated,
    };
}
