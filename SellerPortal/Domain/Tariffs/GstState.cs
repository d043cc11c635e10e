using System.Collections.Frozen;

namespace SellerPortal.Domain.Tariffs;

/// <summary>
/// The two digits with which a GSTIN begins, for the states and union territories as the pincode directory names them.
/// </summary>
public static class GstState
{
    private static readonly FrozenDictionary<string, int> Codes = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["Jammu and Kashmir"] = 1,
        ["Himachal Pradesh"] = 2,
        ["Punjab"] = 3,
        ["Chandigarh"] = 4,
        ["Uttarakhand"] = 5,
        ["Haryana"] = 6,
        ["Delhi"] = 7,
        ["Rajasthan"] = 8,
        ["Uttar Pradesh"] = 9,
        ["Bihar"] = 10,
        ["Sikkim"] = 11,
        ["Arunachal Pradesh"] = 12,
        ["Nagaland"] = 13,
        ["Manipur"] = 14,
        ["Mizoram"] = 15,
        ["Tripura"] = 16,
        ["Meghalaya"] = 17,
        ["Assam"] = 18,
        ["West Bengal"] = 19,
        ["Jharkhand"] = 20,
        ["Odisha"] = 21,
        ["Chhattisgarh"] = 22,
        ["Madhya Pradesh"] = 23,
        ["Gujarat"] = 24,
        ["Dadra and Nagar Haveli and Daman and Diu"] = 26,
        ["Maharashtra"] = 27,
        ["Karnataka"] = 29,
        ["Goa"] = 30,
        ["Lakshadweep"] = 31,
        ["Kerala"] = 32,
        ["Tamil Nadu"] = 33,
        ["Puducherry"] = 34,
        ["Andaman and Nicobar Islands"] = 35,
        ["Telangana"] = 36,
        ["Andhra Pradesh"] = 37,
        ["Ladakh"] = 38,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The code of a state named as in the directory; null for the Army post, which has no state.</summary>
    public static int? CodeOf(string state) => Codes.TryGetValue(state, out var code) ? code : null;

    /// <summary>
    /// The state code of a GSTIN. Daman and Diu (25) has been one territory with Dadra and Nagar Haveli (26) since 2020,
    /// and Andhra Pradesh before its division was 28.
    /// </summary>
    /// <returns>Null when there is no GSTIN, or it does not begin with two digits.</returns>
    public static int? CodeOfGstin(string? gstin)
    {
        if (gstin is not [>= '0' and <= '9', >= '0' and <= '9', ..]) return null;
        var code = ((gstin[0] - '0') * 10) + (gstin[1] - '0');
        return code switch
        {
            25 => 26,
            28 => 37,
            _ => code,
        };
    }
}
