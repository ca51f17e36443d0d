namespace Latent.Files.Tests;

public sealed class FileKindsTests
{
    [Theory]
    [InlineData("cars.csv", FileKind.Csv)]
    [InlineData("data/cars.TSV.gz", FileKind.Csv)]
    [InlineData("cars.parquet", FileKind.Parquet)]
    [InlineData("cars.parquet.gz", FileKind.Unknown)]
    [InlineData("x.npy", FileKind.Npy)]
    [InlineData("x.npz", FileKind.Npz)]
    [InlineData("x.npy.gz", FileKind.Unknown)]
    [InlineData("a.txt", FileKind.Text)]
    [InlineData("a.txt.gz", FileKind.Text)]
    [InlineData("a.smi", FileKind.Smiles)]
    [InlineData("a.JPG", FileKind.Image)]
    [InlineData("./images", FileKind.Unknown)]
    [InlineData(".gz", FileKind.Unknown)]
    [InlineData("", FileKind.Unknown)]
    public void Find_Name_GoesByItsEnding(string path, FileKind expected) => Assert.Equal(expected, FileKinds.Find(path));
}
