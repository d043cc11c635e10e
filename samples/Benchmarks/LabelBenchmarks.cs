using BenchmarkDotNet.Attributes;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Labels;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;
using SellerPortal.Printing;

namespace Benchmarks;

/// <summary>A thousand A6 labels, each with an English sender and a Hindi addressee, in one PDF. Every addressee differs.</summary>
[MemoryDiagnoser]
public class LabelBenchmarks
{
    private const int Labels = 1_000;

    private static readonly string[] GivenNames = ["राजेश", "सुनीता", "अनिल", "पूजा", "विकास", "मीनाक्षी", "संजय", "कविता", "हरीश", "ज्योति", "दीपक"];
    private static readonly string[] FamilyNames = ["शर्मा", "वर्मा", "गुप्ता", "मिश्रा", "चौधरी", "श्रीवास्तव", "त्रिपाठी", "यादव", "अग्रवाल"];
    private static readonly string[] Places = ["शास्त्री नगर", "गांधी मार्ग", "विद्यालय मार्ग", "नेहरू चौक", "सिविल लाइन्स", "हनुमान मंदिर के पास", "आज़ाद चौक"];

    private static readonly LabelPrinter Printer = new();

    private readonly LabelContent[] _labels = [.. Enumerable.Range(0, Labels).Select(Label)];

    [Benchmark(OperationsPerInvoke = Labels)]
    public async Task<long> ThousandLabels()
    {
        await using var output = new CountingStream();
        await Printer.PrintAsync(_labels, LabelFormat.A6, 1, output);
        return output.Length;
    }

    /// <summary>One label of the series.</summary>
    public static LabelContent Label(int number)
    {
        var weight = new Weight(500 + (number * 37 % 9_000));
        var size = new Dimensions(300, 200, 100 + (number % 90));
        return Label(number, weight, size);
    }

    private static LabelContent Label(int number, Weight weight, Dimensions size) => new()
    {
        Article = ArticleNumber.Of("CX", 10_000_000 + number),
        Product = ProductCode.BusinessParcel,
        Sender = new PostalAddress
        {
            Name = "Meenakshi Enterprises",
            Company = "Meenakshi Office Supplies Pvt Ltd",
            Line1 = "Shop 14, First Floor, Gandhi Market",
            Line2 = "Sitabuldi Main Road",
            City = "Nagpur",
            State = "Maharashtra",
            Pincode = Pincode.FromNumber(440012),
            Mobile = "9876543210",
        },
        Addressee = new PostalAddress
        {
            Name = $"श्री {GivenNames[number % GivenNames.Length]} {FamilyNames[number % FamilyNames.Length]}",
            Company = "कार्यालय जिला शिक्षा अधिकारी",
            Line1 = $"मकान संख्या {(number * 7919) % 997}-ब, {Places[number % Places.Length]}",
            Line2 = $"वार्ड {number % 61}, {Places[(number + 3) % Places.Length]}",
            City = "जयपुर",
            State = "राजस्थान",
            Pincode = Pincode.FromNumber(302_001 + (number % 40)),
            Mobile = $"94{(number * 7_919L) % 100_000_000:D8}",
        },
        GemContract = $"GEMC-5116877{(number * 104_729L) % 100_000_000:D8}",
        BookingOffice = "Nagpur GPO",
        BookingPincode = Pincode.FromNumber(440_001),
        BookedAt = new DateTimeOffset(2026, 11, 27, 8, 35, 0, TimeSpan.Zero).AddMinutes(number),
        DeliveryOffice = "Shastri Nagar SO (Jaipur)",
        CustomerId = "1000012345",
        ContractNumber = "40012345",
        PhysicalWeight = weight,
        ChargedWeight = weight > size.VolumetricWeight ? weight : size.VolumetricWeight,
        Size = size,
        Amount = Money.FromRupees(118 + (number % 700)),
        AddOns = [AddOn.Registration, AddOn.OtpDelivery, AddOn.Insurance],
        InsuredValue = Money.FromRupees(1_000 + number),
        Order = $"ORD-2026-{number:D6}",
        Invoice = $"MOS/26-27/{number:D4}",
    };

    /// <summary>Counts what is written and keeps nothing.</summary>
    private sealed class CountingStream : Stream
    {
        private long _length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position { get => _length; set => throw new NotSupportedException(); }

        public override void Write(ReadOnlySpan<byte> buffer) => _length += buffer.Length;

        public override void Write(byte[] buffer, int offset, int count) => _length += count;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _length += buffer.Length;
            return ValueTask.CompletedTask;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            _length += count;
            return Task.CompletedTask;
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
