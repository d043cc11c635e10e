using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Tariffs;

/// <summary>What is to be posted, where and when. Weight and sizes are positive; everything else may be refused by the quote.</summary>
public sealed record QuoteRequest
{
    public required PincodeEntry From { get; init; }

    public required PincodeEntry To { get; init; }

    /// <summary>The weight on the scale, at least 1 g.</summary>
    public required Weight Weight { get; init; }

    /// <summary>The day of posting, in India.</summary>
    public required DateOnly PostedOn { get; init; }

    /// <summary>The outer size; null when it is not known yet.</summary>
    public Dimensions? Size { get; init; }

    public ArticleKind Kind { get; init; }

    public AddOnSet AddOns { get; init; }

    /// <summary>What the goods are worth, in rupees; needed for insurance.</summary>
    public int? DeclaredValueRupees { get; init; }

    /// <summary>True when the sender can book contract products; prices do not depend on it.</summary>
    public bool HasContract { get; init; }

    /// <summary>The GST state code of a registered sender, see <see cref="GstState.CodeOfGstin"/>; null when unregistered.</summary>
    public int? SenderGstState { get; init; }

    /// <summary>True when the article is handed in after the office's cut-off: the day of posting is not counted.</summary>
    public bool AfterCutOff { get; init; }

    /// <summary>True when only branch offices deliver in the addressee's pincode.</summary>
    public bool DeliveredByBranchOffice { get; init; }
}
