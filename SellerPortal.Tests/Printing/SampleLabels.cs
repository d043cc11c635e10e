using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;
using SellerPortal.Printing;

namespace SellerPortal.Tests.Printing;

/// <summary>Labels for tests: short and long, in many scripts.</summary>
internal static class SampleLabels
{
    public static PostalAddress English { get; } = new()
    {
        Name = "Meenakshi Enterprises",
        Company = "Meenakshi Office Supplies Pvt Ltd",
        Line1 = "Shop 14, First Floor, Gandhi Market",
        Line2 = "Sitabuldi Main Road",
        City = "Nagpur",
        State = "Maharashtra",
        Pincode = Pincode.FromNumber(440012),
        Mobile = "9876543210",
    };

    public static PostalAddress Hindi { get; } = new()
    {
        Name = "श्री राजेश कुमार शर्मा",
        Company = "कार्यालय जिला शिक्षा अधिकारी",
        Line1 = "मकान संख्या 12-ब, शास्त्री नगर",
        Line2 = "विद्यालय मार्ग, हनुमान मंदिर के पास",
        City = "जयपुर",
        State = "राजस्थान",
        Pincode = Pincode.FromNumber(302016),
        Mobile = "9414012345",
    };

    public static PostalAddress Tamil { get; } = English with
    {
        Name = "திருமதி லட்சுமி சுப்பிரமணியன்",
        Company = null,
        Line1 = "எண் 27, காமராஜர் சாலை",
        Line2 = "மயிலாப்பூர்",
        City = "சென்னை",
        State = "தமிழ்நாடு",
        Pincode = Pincode.FromNumber(600004),
    };

    public static PostalAddress Urdu { get; } = English with
    {
        Name = "محمد ارشد خان",
        Company = "دفتر ضلع تعلیم (شعبہ خرید)",
        Line1 = "مکان نمبر 45، گلی قاسم جان",
        Line2 = "بلی ماران، چاندنی چوک",
        City = "دہلی",
        State = "دہلی",
        Pincode = Pincode.FromNumber(110006),
    };

    public static PostalAddress Mixed { get; } = English with
    {
        Name = "সুমিত্রা গঙ্গোপাধ্যায় / ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
        Company = "ಕರ್ನಾಟಕ ಸರ್ಕಾರ · കേരള സർക്കാർ",
        Line1 = "ପ୍ରଧାନ କାର୍ଯ୍ୟାଳୟ, రాష్ట్ర కార్యాలయం",
        Line2 = "ગુજરાત રાજ્ય, ᱥᱟᱱᱛᱟᱲᱤ, ꯃꯤꯇꯩꯂꯣꯟ",
        Line3 = "Sector 5 सेक्टर ५ دفتر 12",
    };

    /// <summary>The most that the booking interface allows: 80 characters each, one word without a space.</summary>
    public static PostalAddress Longest { get; } = English with
    {
        Name = "Assistant Executive Engineer (Procurement and Stores) Northern Circle Division-2",
        Company = "Department of Rural Development and Panchayati Raj Institutions, Government of X",
        Line1 = "Pneumonoultramicroscopicsilicovolcanoconiosis/Llanfairpwllgwyngyllgogerychwyrndr",
        Line2 = "Old Collectorate Compound, Behind State Bank of India, Near Clock Tower Junction",
        Line3 = "Ward 17, Jawaharlal Nehru Marg Extension, Thiruvananthapuram Rural Taluk Block B",
        City = "Thiruvananthapuram",
        State = "Dadra and Nagar Haveli and Daman and Diu",
    };

    /// <summary>A contract parcel from Nagpur.</summary>
    public static LabelContent Contract(PostalAddress addressee, int serial = 12345678) => new()
    {
        Article = ArticleNumber.Of("CX", serial),
        Product = ProductCode.BusinessParcel,
        Sender = English,
        Addressee = addressee,
        GemContract = "GEMC-511687712345678",
        BookingOffice = "Nagpur GPO",
        BookingPincode = Pincode.FromNumber(440001),
        BookedAt = new DateTimeOffset(2026, 11, 27, 8, 35, 0, TimeSpan.Zero),
        DeliveryOffice = "Shastri Nagar SO (Jaipur)",
        CustomerId = "1000012345",
        ContractNumber = "40012345",
        PhysicalWeight = new Weight(1250),
        ChargedWeight = new Weight(2400),
        Size = new Dimensions(300, 200, 200),
        Amount = Money.FromRupees(118),
        AddOns = [AddOn.Registration, AddOn.OtpDelivery, AddOn.Insurance],
        InsuredValue = Money.FromRupees(18420),
        Order = "ORD-2026-004711",
        Invoice = "MOS/26-27/1182",
    };

    /// <summary>A retail parcel outside GeM, without sizes.</summary>
    public static LabelContent Retail(PostalAddress addressee, int serial = 12345678) => Contract(addressee, serial) with
    {
        Article = ArticleNumber.Of("EE", serial),
        Product = ProductCode.SpeedPostParcel,
        GemContract = null,
        ContractNumber = null,
        Size = null,
        AddOns = [],
        InsuredValue = null,
        Invoice = null,
    };
}
