namespace Latent.Onnx;

public partial interface IValue<V>
{
    /// <summary>Adds a number to every element.</summary>
    static abstract V operator +(float left, V right);

    /// <summary>A number less every element.</summary>
    static abstract V operator -(float left, V right);

    /// <summary>Multiplies every element by a number.</summary>
    static abstract V operator *(float left, V right);

    /// <summary>A number divided by every element.</summary>
    static abstract V operator /(float left, V right);

    /// <summary>Every element raised to the other's; operands broadcast.</summary>
    V Pow(V exponent);

    /// <summary>The next whole number below; its gradient is zero.</summary>
    V Floor();

    /// <summary>The next whole number above; its gradient is zero.</summary>
    V Ceiling();

    /// <summary>The sine of an angle in radians.</summary>
    V Sin();

    /// <summary>The cosine of an angle in radians.</summary>
    V Cos();

    /// <summary>alpha · this · other + beta · addend, for matrices.</summary>
    /// <param name="other">A matrix with as many rows as this has columns.</param>
    /// <param name="addend">What broadcasts to the product.</param>
    /// <param name="alpha">What the product is multiplied by.</param>
    /// <param name="beta">What the addend is multiplied by.</param>
    V Gemm(V other, V addend, float alpha = 1, float beta = 1);

    /// <summary>Sums of products by Einstein's notation: <c>bij,bjk->bik</c>.</summary>
    /// <param name="equation">A letter for each dimension of each operand, and behind the arrow those that stay.</param>
    /// <param name="operands">At least one value.</param>
    static abstract V Einsum(string equation, params V[] operands);
}
