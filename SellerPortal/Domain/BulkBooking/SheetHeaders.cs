using System.Globalization;
using System.Text;

namespace SellerPortal.Domain.BulkBooking;

/// <summary>Finds out what the columns of a sheet hold by their headers, however they are written.</summary>
public static class SheetHeaders
{
    /// <summary>The longest header that is remembered; more is cut off.</summary>
    public const int Longest = 100;

    private static readonly Dictionary<string, SheetColumn> Known = Build();

    /// <summary>A header as it is compared: letters and digits in lower case, without spaces, signs and case.</summary>
    public static string Normalise(string? header)
    {
        var plain = new StringBuilder();
        foreach (var rune in (header ?? "").EnumerateRunes())
        {
            // Vowel signs of Indian scripts are marks and not letters.
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsLetterOrDigit(rune) || category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                plain.Append(Rune.ToLowerInvariant(rune).ToString());
            }

            if (plain.Length >= Longest) break;
        }

        return plain.Length <= Longest ? plain.ToString() : plain.ToString(0, Longest);
    }

    /// <summary>The column a header is known to name, or null.</summary>
    public static SheetColumn? Find(string? header) => Known.TryGetValue(Normalise(header), out var column) ? column : null;

    /// <summary>Maps the headers of a sheet.</summary>
    /// <param name="headers">As they stand in the sheet, from its first column.</param>
    /// <param name="remembered">What the seller said of normalised headers before; null as a value leaves a column out.</param>
    public static SheetMap Map(IReadOnlyList<string> headers, IReadOnlyDictionary<string, SheetColumn?> remembered)
    {
        var columns = new List<MappedColumn>(headers.Count);
        for (var i = 0; i < headers.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(headers[i])) continue;
            var said = remembered.TryGetValue(Normalise(headers[i]), out var column);
            columns.Add(new MappedColumn(i, Shorten(headers[i].Trim()), said ? column : Find(headers[i])));
        }

        return new SheetMap(columns);
    }

    private static string Shorten(string header) => header.Length <= Longest ? header : header[..Longest];

    private static Dictionary<string, SheetColumn> Build()
    {
        var known = new Dictionary<string, SheetColumn>(StringComparer.Ordinal);
        Add(SheetColumn.Order, "Order", "Order number", "Order no", "Order id", "Order ref", "Order reference", "Reference", "Reference no", "Ref", "Ref no", "ऑर्डर", "ऑर्डर नंबर", "ऑर्डर संख्या", "आदेश संख्या", "संदर्भ");
        Add(SheetColumn.Name, "Name", "Consignee", "Consignee name", "Receiver", "Receiver name", "Recipient", "Recipient name", "Addressee", "Addressee name", "Customer name", "Buyer name", "To name", "Ship to name", "नाम", "पाने वाले का नाम", "प्राप्तकर्ता", "प्राप्तकर्ता का नाम");
        Add(SheetColumn.Company, "Company", "Company name", "Organisation", "Organization", "Department", "Office", "Consignee company", "कंपनी", "संस्था", "विभाग", "कार्यालय");
        Add(SheetColumn.Mobile, "Mobile", "Mobile no", "Mobile number", "Phone", "Phone no", "Phone number", "Contact", "Contact no", "Contact number", "Consignee mobile", "Consignee phone", "Receiver mobile", "Receiver phone", "Telephone", "मोबाइल", "मोबाइल नंबर", "मोबाइल नं", "फोन", "फ़ोन");
        Add(SheetColumn.Email, "E-mail", "Email id", "Email address", "Mail id", "Consignee email", "Receiver email", "Customer email", "Buyer email", "ई-मेल", "ई-मेल पता");
        Add(SheetColumn.Line1, "Line 1", "Address", "Address 1", "Address line 1", "Address line", "Consignee address", "Consignee address 1", "Receiver address", "Street", "Delivery address", "Ship to address", "पता", "पता 1", "पता पंक्ति 1");
        Add(SheetColumn.Line2, "Line 2", "Address 2", "Address line 2", "Consignee address 2", "Landmark", "पता 2", "पता पंक्ति 2");
        Add(SheetColumn.Line3, "Line 3", "Address 3", "Address line 3", "Consignee address 3", "पता 3", "पता पंक्ति 3");
        Add(SheetColumn.City, "City", "Town", "City/Town", "Consignee city", "Receiver city", "District", "शहर", "नगर", "ज़िला", "जिला");
        Add(SheetColumn.State, "State", "Consignee state", "Receiver state", "राज्य");
        Add(SheetColumn.Pincode, "Pincode", "PIN", "PIN code", "Pin no", "Postal code", "Post code", "Zip", "Zip code", "To pincode", "To pin", "Destination pincode", "Consignee pincode", "Receiver pincode", "Delivery pincode", "पिन", "पिनकोड", "पिन कोड");
        Add(SheetColumn.Weight, "Weight", "Weight (g)", "Weight (gm)", "Weight (gms)", "Weight (grams)", "Weight in grams", "Weight in g", "Weight g", "Wt", "Wt (g)", "Grams", "Physical weight", "वज़न", "वजन", "वज़न (ग्राम)", "वजन (ग्राम)", "भार");
        Add(SheetColumn.WeightKg, "Weight (kg)", "Weight (kgs)", "Weight in kg", "Weight (kilograms)", "Wt (kg)", "Kg", "Kgs", "वज़न (किग्रा)", "वजन (किग्रा)", "वज़न (किलो)", "वजन (किलो)");
        Add(SheetColumn.Length, "Length", "Length (cm)", "Length in cm", "L", "L (cm)", "लंबाई", "लम्बाई", "लंबाई (सेमी)", "लम्बाई (सेमी)");
        Add(SheetColumn.Breadth, "Breadth", "Breadth (cm)", "Breadth in cm", "Width", "Width (cm)", "B", "B (cm)", "W", "चौड़ाई", "चौड़ाई (सेमी)");
        Add(SheetColumn.Height, "Height", "Height (cm)", "Height in cm", "H", "H (cm)", "ऊँचाई", "ऊंचाई", "ऊँचाई (सेमी)", "ऊंचाई (सेमी)");
        Add(SheetColumn.Contents, "Contents", "Content", "Description", "Item", "Items", "Item description", "Goods", "Product description", "What is inside", "सामग्री", "वस्तु", "विवरण");
        Add(SheetColumn.DeclaredValue, "Declared value", "Value", "Value (Rs)", "Value (INR)", "Declared value (Rs)", "Declared value (₹)", "Declared value (INR)", "Invoice value", "Order value", "Amount", "मूल्य", "घोषित मूल्य", "कीमत");
        Add(SheetColumn.Product, "Product", "Product code", "Service", "Service type", "Mail product", "उत्पाद", "सेवा");
        Add(SheetColumn.AddOns, "Add-ons", "Addon", "Addons", "Add on services", "Extras", "VAS", "अतिरिक्त सेवा", "अतिरिक्त सेवाएँ");
        Add(SheetColumn.GemContract, "GeM contract", "GeM contract no", "GeM contract number", "GeM order", "GeM order no", "GeM order id", "Contract no", "Contract number", "GEMC", "जेम अनुबंध", "जेम अनुबंध संख्या");
        Add(SheetColumn.Invoice, "Invoice", "Invoice no", "Invoice number", "Bill no", "Bill number", "इनवॉइस", "बीजक संख्या", "बिल संख्या");
        Add(SheetColumn.EwayBill, "E-way bill", "Eway bill", "E-way bill no", "Eway bill number", "EWB", "EWB no", "ई-वे बिल");
        Add(SheetColumn.FromPincode, "From pincode", "From pin", "Pickup pincode", "Origin pincode", "Source pincode", "Sender pincode", "भेजने का पिनकोड");
        Add(SheetColumn.PickupLocation, "Pickup location", "Pickup point", "Pickup place", "Pickup from", "From location", "Ship from", "Warehouse", "Godown", "पिकअप का स्थान", "पिकअप स्थान", "गोदाम");
        return known;

        void Add(SheetColumn column, params ReadOnlySpan<string> names)
        {
            known.TryAdd(Normalise(column.ToString()), column);
            foreach (var name in names) known.TryAdd(Normalise(name), column);
        }
    }
}
