using Latent.Training.Reports;

namespace Latent.Training.Tests.Reports;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(105.2413, "105.2")]
    [InlineData(0.00493187, "0.004932")]
    [InlineData(1.234e-7, "1.234e-07")]
    [InlineData(123456.7, "123,457")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(0, "0")]
    public void Short_Value_HasFourDigits(double value, string expected) => Assert.Equal(expected, NumberText.Short(value));

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(9_912_422, "9.9 MB")]
    [InlineData(5_000_000_000_000_000, "5000.0 TB")]
    public void Bytes_Size_HasItsUnit(long bytes, string expected) => Assert.Equal(expected, NumberText.Bytes(bytes));

    [Theory]
    [InlineData(7.24, "7.2 s")]
    [InlineData(185, "3 min 05 s")]
    [InlineData(9_600, "2 h 40 min")]
    [InlineData(100_000, "27 h 46 min")]
    public void Duration_Time_HasItsUnits(double seconds, string expected)
        => Assert.Equal(expected, NumberText.Duration(TimeSpan.FromSeconds(seconds)));
}
