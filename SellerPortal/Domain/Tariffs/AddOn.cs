namespace SellerPortal.Domain.Tariffs;

/// <summary>A service beside postage, with its own fee.</summary>
public enum AddOn
{
    /// <summary>Registration: delivery to the addressee only (REG).</summary>
    Registration,

    /// <summary>Delivery against a one-time password (OTP).</summary>
    OtpDelivery,

    /// <summary>Proof of delivery (POD).</summary>
    ProofOfDelivery,

    /// <summary>Acknowledgement card back to the sender (ACK).</summary>
    Acknowledgement,

    /// <summary>Insurance of the declared value (INS).</summary>
    Insurance,
}

/// <summary>The codes under which add-ons are known in files, in the database and in the API.</summary>
public static class AddOnCodes
{
    /// <summary>The three-letter code.</summary>
    public static string ToCode(this AddOn addOn) => addOn switch
    {
        AddOn.Registration => "REG",
        AddOn.OtpDelivery => "OTP",
        AddOn.ProofOfDelivery => "POD",
        AddOn.Acknowledgement => "ACK",
        AddOn.Insurance => "INS",
        _ => throw new ArgumentOutOfRangeException(nameof(addOn), addOn, "There is no such add-on."),
    };

    /// <summary>Finds the add-on of a code; letters must be capitals.</summary>
    public static bool TryParse(string? code, out AddOn addOn)
    {
        foreach (var candidate in Enum.GetValues<AddOn>())
        {
            if (candidate.ToCode() != code) continue;
            addOn = candidate;
            return true;
        }

        addOn = default;
        return false;
    }
}
